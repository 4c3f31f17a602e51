import type { Estimate } from "../measure/bootstrap"
import { EXPLOITS } from "../buyers/exploits/scripts"
import { EBAY } from "../world/populations"
import type { Report } from "./report"
import { reported, type PopulationFigures, type SellerFigures } from "./summary"

const share = (value: number): string => value.toFixed(3)
const points = ({ value, low, high }: Estimate): string => `${(value * 100).toFixed(1)} [${(low * 100).toFixed(1)}, ${(high * 100).toFixed(1)}]`
const within = ({ value, low, high }: Estimate): string => `${share(value)} [${share(low)}, ${share(high)}]`

/** A markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`
  return [line(head), line(head.map((_, place) => (place === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n")
}

const byShare = (sellers: readonly SellerFigures[]): SellerFigures[] =>
  reported(sellers).sort((a, b) => (b.levels[2]?.shareOfU.value ?? 0) - (a.levels[2]?.shareOfU.value ?? 0))

function label({ title, role }: SellerFigures): string {
  if (role === "engine") return `**${title}**`
  return role === "reference" ? `_${title}_` : title
}

function shares({ sellers }: PopulationFigures): string {
  return table(
    ["seller", "U, no exploiters", "U, 5%", "U, 10%", "U, 20%", "F, 10%", "engine ahead at 10%, points of U", "exploitability mean / worst"],
    byShare(sellers).map((seller) => [
      label(seller),
      ...seller.levels.map((figures, place) => (place === 2 ? within(figures.shareOfU) : share(figures.shareOfU.value))),
      share(seller.levels[2]?.shareOfF.value ?? 0),
      seller.role === "engine" || seller.levels[2] === undefined ? "" : points(seller.levels[2].engineAhead),
      seller.exploitability === null ? "" : `${share(seller.exploitability.mean)} / ${share(seller.exploitability.worst)}`,
    ])
  )
}

function behaviour({ sellers }: PopulationFigures): string {
  return table(
    ["seller", "agreement", "sincere with room: agreed", "bought", "joint surplus", "Nash distance", "regret: lost", "regret: conceded", "rounds", "touch rate"],
    byShare(sellers).map((seller) => {
      const talks = seller.role !== "reference"
      return [
        label(seller),
        talks ? within(seller.agreement) : "", talks ? share(seller.closes.value) : "", talks ? share(seller.boughtWithRoom) : "",
        share(seller.joint.value), talks ? share(seller.nashDistance) : "", share(seller.regretLost), share(seller.regretConceded),
        talks ? `${seller.medianRounds}` : "", talks ? share(seller.touched) : "",
      ]
    })
  )
}

function exploits({ sellers }: PopulationFigures): string {
  return table(
    ["seller", ...EXPLOITS.map(({ title, inMix }) => (inMix ? title : `${title} (not in the mix)`))],
    byShare(sellers).filter(({ exploitability }) => exploitability !== null).map((seller) => [
      label(seller), ...seller.exploits.map(({ once, afterRestarts }) => `${share(once)} / ${share(afterRestarts)}`),
    ])
  )
}

/** Who keeps how much where scripts may take no more from a peer than from the engine. */
function held(populations: readonly PopulationFigures[]): string {
  return table(
    ["seller", ...populations.map(({ name }) => `${name}: U, 10%`), ...populations.map(({ name }) => `${name}: worst script`), ...populations.map(({ name }) => `${name}: engine ahead, points of U`)],
    (populations[0]?.sellers ?? []).filter(({ role }) => role === "engine" || role === "held").map((first) => {
      const figures = populations.flatMap(({ sellers }) => sellers.filter(({ name }) => name === first.name))
      return [
        label(first),
        ...figures.map(({ levels }) => share(levels[2]?.shareOfU.value ?? 0)),
        ...figures.map(({ exploitability }) => share(exploitability?.worst ?? 0)),
        ...figures.map(({ levels }) => (first.role === "engine" || levels[2] === undefined ? "" : points(levels[2].engineAhead))),
      ]
    })
  )
}

function population(figures: PopulationFigures): string {
  return [
    `## ${figures.name}`,
    `Basis: **${figures.basis}**. ${figures.lines.toLocaleString("en")} lines; F is ${figures.fullOverAsked.toFixed(3)} of U.`,
    "Shares of the ceilings (95% intervals by seed):", shares(figures),
    "How talks went, without exploiters:", behaviour(figures),
    "Share of the range from list to floor each script took, one talk / after five restarts:", exploits(figures),
  ].join("\n\n")
}

/** The published table. */
export function renderMarkdown({ size, calibration, levers, tuning, populations, targets, speed }: Report): string {
  const agreement = calibration.agreement.map(({ seller, sincere, mix }) => [seller, share(sincere), share(mix)])
  return `${[
    "# The negotiation benchmark",
    `${size.seeds} ${size.of} seeds × ${size.lines.toLocaleString("en")} lines per population, scripts on ${size.attacked} lines a seed. Made by \`npm run bench:negotiation\`; read ../README.md first. Levers in the menus: ${levers ? "yes" : "no, the engine has none yet, so no one has"}. ${tuning}`,
    "**Only the marketplace's opening is held against published figures. Catalogue and B2B are assumptions, and so is how all buyers bargain: these figures compare sellers in the same made-up world; they forecast nobody's profit.**",
    "## Targets",
    table(["target", "met", "measured"], targets.map(({ target, met, measured }) => [target, met ? "yes" : "**no**", measured])),
    `Speed, this run: engine ${Math.round(speed.engine).toLocaleString("en")} decisions a second, plain split ${Math.round(speed.split).toLocaleString("en")}.`,
    "## Peers with the menu, held to the limit the engine is held to",
    "Tuned anew, on the same budget, with settings out under which a script takes more than the engine may let it take (.50 less a margin for chance; or what comes nearest). ENGINE.md's targets compare with peers that are free of it.",
    held(populations),
    "## Calibration of the marketplace",
    `eBay Best Offer: first offer ${EBAY.firstOffer} of list, agreement ${EBAY.agreement}. Here: first offer **${share(calibration.firstOfferSincere)}** for sincere buyers, **${share(calibration.firstOfferMix)}** for the mix (half of it shades more). Agreement depends on who sells:`,
    table(["seller", "agreement, sincere", "agreement, mix"], agreement),
    ...populations.map(population),
  ].join("\n\n")}\n`
}
