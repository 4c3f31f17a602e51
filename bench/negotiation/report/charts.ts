import type { Tried } from "../tuning/kept"
import type { PopulationName } from "../world/populations"
import { axes, rangeOf } from "./axes"
import { reported, type PopulationFigures, type SellerFigures } from "./summary"
import { element, ENGINE_COLOUR, INK, MENU_COLOUR, picture, PLAIN_COLOUR, scale, text, ticks, FAINT } from "./svg"

const colourOf = ({ role, menu }: SellerFigures): string => (role === "engine" ? ENGINE_COLOUR : menu ? MENU_COLOUR : PLAIN_COLOUR)
const shareOf = (seller: SellerFigures): number => seller.levels[2]?.shareOfU.value ?? 0

/** Where a chart's figures come from, in a few words: never shown without. */
function basisOf({ name }: PopulationFigures): string {
  return name === "marketplace" ? "marketplace (opening as on eBay)" : `${name} (assumption)`
}

/** A seller in a panel, in pixels. */
interface Spot {
  readonly seller: SellerFigures
  readonly x: number
  readonly y: number
}

/** Least pixels between two names. */
const NAME_GAP = 12

/** The sellers of a panel as dots, their names in a column at its right, none over another, each tied to its dot. */
function named(spots: readonly Spot[], column: number, bottom: number): string[] {
  const ordered = [...spots].sort((a, b) => a.y - b.y)
  const rows: number[] = []
  for (const { y } of ordered) rows.push(Math.max(y, (rows.at(-1) ?? Number.NEGATIVE_INFINITY) + NAME_GAP))
  for (let place = rows.length - 1, most = bottom; place >= 0; place--, most -= NAME_GAP) rows[place] = Math.min(rows[place] ?? most, most)
  return ordered.map(({ seller, x, y }, place) => {
    const colour = colourOf(seller)
    const row = rows[place] ?? y
    const ours = seller.role === "engine"
    return element("line", { x1: x, y1: y, x2: column - 3, y2: row, stroke: colour, "stroke-width": 0.5, "stroke-opacity": 0.5 }) +
      element("circle", { cx: x, cy: y, r: ours ? 6 : 4, fill: colour, "fill-opacity": 0.85 }) +
      text(seller.title, column, row + 3, { "font-size": 10, fill: colour, ...(ours ? { "font-weight": 700 } : {}) })
  })
}

/** Share of `U` with 10% exploiters against exploitability, a panel for each population: the frontier. */
export function frontierChart(populations: readonly PopulationFigures[]): string {
  const parts = populations.flatMap((population, place) => {
    const sellers = reported(population.sellers).filter(({ exploitability }) => exploitability !== null)
    const held = population.sellers.filter(({ role }) => role === "held")
    const panel = axes({
      title: basisOf(population), x: 60 + place * 480, y: 60, width: 290, height: 320,
      across: [0, 1.05], up: rangeOf([...sellers, ...held].map(shareOf)),
      acrossLabel: "exploitability (scripts' mean after five restarts)", upLabel: "share of U, 10% exploiters",
    })
    const spots = sellers.map((seller) => ({ seller, x: panel.placeX(seller.exploitability?.mean ?? 0), y: panel.placeY(shareOf(seller)) }))
    const hollow = held.map((seller) => element("circle", {
      cx: panel.placeX(seller.exploitability?.mean ?? 0), cy: panel.placeY(shareOf(seller)), r: 3, fill: "none", stroke: MENU_COLOUR,
    }))
    return [...panel.parts, ...hollow, ...named(spots, 60 + place * 480 + 300, 380)]
  })
  return picture("Share of the clairvoyant ceiling against exploitability: up and left is better. Hollow: peers held to the engine's limit", 20 + populations.length * 480, 430, parts)
}

/** Share of `U` with 10% exploiters of every seller with its interval, by population. */
export function shareChart(populations: readonly PopulationFigures[]): string {
  const names = reported(populations[0]?.sellers ?? [])
  const height = 80 + names.length * 20
  const parts = populations.flatMap((population, place) => {
    const sellers = reported(population.sellers).sort((a, b) => shareOf(b) - shareOf(a))
    const left = 160 + place * 420
    const x = scale([0, 1], [left, left + 240])
    return [
      text(basisOf(population), left, 30, { "font-weight": 600, "font-size": 13 }),
      ...ticks([0, 1]).map((mark) => element("line", { x1: x(mark), x2: x(mark), y1: 44, y2: height - 26, stroke: FAINT, "stroke-width": 0.5 }) +
        text(`${mark}`, x(mark), height - 12, { "text-anchor": "middle", "font-size": 10 })),
      ...sellers.map((seller, row) => {
        const y = 56 + row * 20
        const { value, low, high } = seller.levels[2]?.shareOfU ?? { value: 0, low: 0, high: 0 }
        const colour = seller.role === "reference" ? INK : colourOf(seller)
        return text(seller.title, left - 8, y + 4, { "text-anchor": "end", "font-size": 10, fill: colour }) +
          element("rect", { x: left, y: y - 6, width: Math.max(0, x(value) - left), height: 12, fill: colour, "fill-opacity": 0.75 }) +
          element("line", { x1: x(low), x2: x(high), y1: y, y2: y, stroke: INK, "stroke-width": 1.5 }) +
          text(value.toFixed(3), x(high) + 6, y + 4, { "font-size": 10 })
      }),
    ]
  })
  return picture("Share of the clairvoyant ceiling with 10% exploiters, by seller and population", 20 + populations.length * 420, height, parts)
}

/**
 * What closing more deals costs: share of sincere buyers with room that agree against the share of `U`. Every policy of
 * the engine tuning tried (small, on the tuning seeds) beside the sellers as they were reported.
 */
export function closesChart(population: PopulationFigures, trials: Readonly<Record<PopulationName, readonly Tried[]>> | null): string {
  const tried = trials?.[population.name] ?? []
  const sellers = reported(population.sellers).filter(({ role }) => role !== "reference")
  const panel = axes({
    title: basisOf(population), x: 60, y: 60, width: 520, height: 360,
    across: rangeOf([...tried.map(({ closes }) => closes), ...sellers.map(({ closes }) => closes.value)]),
    up: rangeOf([...tried.map(({ share }) => share), ...sellers.map(shareOf)]),
    acrossLabel: "sincere buyers with room to agree that agreed", upLabel: "share of U, 10% exploiters",
  })
  const small = tried.map(({ closes, share }) => element("circle", { cx: panel.placeX(closes), cy: panel.placeY(share), r: 2.5, fill: ENGINE_COLOUR, "fill-opacity": 0.35 }))
  const spots = sellers.map((seller) => ({ seller, x: panel.placeX(seller.closes.value), y: panel.placeY(shareOf(seller)) }))
  return picture("Deals closed against share of the ceiling; small dots are policies of the engine that tuning tried", 740, 470, [...panel.parts, ...small, ...named(spots, 590, 420)])
}
