import type { CaseFacts, OptionLine, StandingOption } from "../types"
import { lineFinder } from "./line-for"

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

/** The lines that may be negotiated, and the asks on them. */
interface Open {
  readonly find: ReturnType<typeof lineFinder>
  readonly asks: ReadonlyMap<string, Ask>
}

/** The lines of an option in terms of the case, where it is for exactly the lines asked for and no more pieces; else null. */
function coveredLines({ find, asks }: Open, option: StandingOption): OptionLine[] | null {
  if (option.lines.length === 0 || option.lines.length !== asks.size) return null
  const lines = new Map<string, OptionLine>()
  for (const wanted of option.lines) {
    const line = find(wanted)
    const ask = line === undefined ? undefined : asks.get(line.line_id)
    if (line === undefined || ask === undefined || lines.has(line.line_id) || ask.quantity < wanted.quantity) return null
    lines.set(line.line_id, { line_id: line.line_id, variant_id: line.variant_id, quantity: wanted.quantity, unit_price: wanted.unit_price })
  }
  return [...lines.values()]
}

/** What the asked quantities cost at the prices of an option, in units. */
function totalOfLines(lines: readonly OptionLine[], { asks }: Open): number {
  return lines.reduce((sum, line) => sum + line.unit_price * (asks.get(line.line_id)?.quantity ?? 0), 0)
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
  const negotiable = new Set(facts.lines.flatMap(({ line_id, excluded }) => (excluded === null ? [line_id] : [])))
  const open: Open = { find: lineFinder(facts), asks: new Map(asks.flatMap((ask) => (negotiable.has(ask.line_id) ? [[ask.line_id, ask]] : []))) }
  const closed = asks.reduce((sum, ask) => (negotiable.has(ask.line_id) ? sum : sum + ask.unit_price * ask.quantity), 0)
  let best: { readonly option: MetOption; readonly cost: number } | null = null
  for (const option of standing) {
    if (hasCondition(option)) continue
    const lines = coveredLines(open, option)
    if (lines === null) continue
    const cost = totalOfLines(lines, open)
    const met = total === null
      ? lines.every((line) => (open.asks.get(line.line_id)?.unit_price ?? -1) >= line.unit_price)
      : cost + closed <= total
    if (met && (best === null || cost < best.cost)) best = { option: { optionId: option.option_id, lines }, cost }
  }
  return best === null ? null : best.option
}
