import type { CaseFacts, OptionLine, StandingOption } from "../types"
import { lineFor } from "./line-for"

/** An ask on one line, as the event brings it. */
interface Ask {
  readonly line_id: string
  readonly unit_price: number
  readonly quantity: number
}

/** An option that stands and is met, with the lines agreed. */
export interface MetOption {
  readonly optionId: string
  readonly lines: readonly OptionLine[]
}

/** The lines of an option in terms of the case, where it is for exactly the lines asked for and no more pieces; else null. */
function coveredLines(facts: CaseFacts, asks: readonly Ask[], option: StandingOption): OptionLine[] | null {
  if (option.lines.length === 0 || option.lines.length !== asks.length) return null
  const lines: OptionLine[] = []
  for (const wanted of option.lines) {
    const line = lineFor(facts, wanted)
    const ask = asks.find((candidate) => candidate.line_id === line?.line_id)
    if (line === undefined || ask === undefined || lines.some((taken) => taken.line_id === line.line_id)) return null
    if (ask.quantity < wanted.quantity) return null
    lines.push({ line_id: line.line_id, variant_id: line.variant_id, quantity: wanted.quantity, unit_price: wanted.unit_price })
  }
  return lines
}

function askedOf(asks: readonly Ask[], line: OptionLine): Ask | undefined {
  return asks.find((ask) => ask.line_id === line.line_id)
}

/** What the asked quantities cost at the prices of an option, in units. */
function totalOfLines(lines: readonly OptionLine[], asks: readonly Ask[]): number {
  return lines.reduce((sum, line) => sum + line.unit_price * (askedOf(asks, line)?.quantity ?? 0), 0)
}

/** True where there is more to an option than prices and quantities: an ask names no more than these, so its condition has to be chosen. */
function hasCondition({ kind, concession }: StandingOption): boolean {
  return (concession ?? null) !== null || kind === "substitute"
}

/**
 * The standing option the asks meet in price and quantity, the cheapest first: such an ask is its acceptance at the
 * option's price (ENGINE.md, First). Asks meet it line by line, a basket target by what it comes to. The option is
 * taken as it stands, at its own quantities; the agreed price then holds for the larger asked quantity too.
 * @param total the basket target in units, or null for asks by line
 */
export function metOption(
  facts: CaseFacts,
  standing: readonly StandingOption[],
  asks: readonly Ask[],
  total: number | null
): MetOption | null {
  if (standing.length === 0) return null
  const open = asks.filter((ask) => facts.lines.some((line) => line.line_id === ask.line_id && line.excluded === null))
  const closed = asks.filter((ask) => !open.includes(ask)).reduce((sum, ask) => sum + ask.unit_price * ask.quantity, 0)
  let best: MetOption | null = null
  for (const option of standing) {
    if (hasCondition(option)) continue
    const lines = coveredLines(facts, open, option)
    if (lines === null) continue
    const cost = totalOfLines(lines, open)
    const met = total === null
      ? lines.every((line) => (askedOf(open, line)?.unit_price ?? -1) >= line.unit_price)
      : cost + closed <= total
    if (met && (best === null || cost < totalOfLines(best.lines, open))) best = { optionId: option.option_id, lines }
  }
  return best
}
