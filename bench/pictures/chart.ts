import { axes, rangeOf } from "../negotiation/report/axes"
import { element, picture, text } from "../negotiation/report/svg"

/** A named line through some points. */
export interface Curve {
  readonly name: string
  readonly points: readonly (readonly [number, number])[]
}

/** A picture of one term of a policy. */
export interface Chart {
  readonly file: string
  readonly title: string
  readonly across: string
  readonly up: string
  readonly curves: readonly Curve[]
}

/** Colours that can be told apart by everyone, on white (Okabe and Ito). */
const COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#6b7280"] as const
const [WIDTH, HEIGHT, LEFT, TOP] = [420, 240, 60, 60] as const
const NAME_GAP = 14

/** Draws a chart with the curves' names beside their ends, none over another. */
export function drawChart({ title, across, up, curves }: Chart): string {
  const all = curves.flatMap(({ points }) => points)
  const panel = axes({
    title, x: LEFT, y: TOP, width: WIDTH, height: HEIGHT, acrossLabel: across, upLabel: up,
    across: rangeOf(all.map(([x]) => x)), up: rangeOf(all.map(([, y]) => y)),
  })
  const ends = curves.map(({ points }, place) => ({ place, y: panel.placeY(points.at(-1)?.[1] ?? 0) })).sort((a, b) => a.y - b.y)
  const rows = new Map<number, number>()
  let last = Number.NEGATIVE_INFINITY
  for (const { place, y } of ends) {
    last = Math.max(y, last + NAME_GAP)
    rows.set(place, last)
  }
  const drawn = curves.flatMap(({ name, points }, place) => {
    const colour = COLOURS[place % COLOURS.length] ?? COLOURS[0]
    const d = points.map(([x, y], index) => `${index === 0 ? "M" : "L"}${panel.placeX(x).toFixed(1)} ${panel.placeY(y).toFixed(1)}`).join(" ")
    const dots = points.length > 12 ? [] : points.map(([x, y]) => element("circle", { cx: panel.placeX(x), cy: panel.placeY(y), r: 3, fill: colour }))
    return [
      element("path", { d, fill: "none", stroke: colour, "stroke-width": 2 }), ...dots,
      text(name, LEFT + WIDTH + 10, (rows.get(place) ?? 0) + 4, { fill: colour }),
    ]
  })
  return picture(title, LEFT + WIDTH + 190, TOP + HEIGHT + 45, [...panel.parts, ...drawn])
}
