import type { CaseEvent, CaseFacts, CaseState } from "../types"
import { currencyGrid } from "../money/grid"
import { emptyMemory } from "../memory/memory"
import type { MenuLine } from "../menu/compose"
import { ownPriceAt } from "../price/own-price"
import { spreadTotal, type SpreadAsk } from "../price/spread"
import type { LineCase, LineDraft } from "./draft"

/** The asks an event brings, in units: as they are, or a basket target spread over the lines; none for other events. */
export function asksOf(facts: CaseFacts, event: CaseEvent): readonly SpreadAsk[] {
  if (event.type === "ask") return event.asks
  return event.type === "ask_total" ? spreadTotal(event.total, facts.lines, currencyGrid(facts.currency.decimals)) : []
}

/** The lines that are asked for, in the order of the facts, each with its memory. */
export function lineCases(facts: CaseFacts, state: CaseState, asks: readonly SpreadAsk[]): LineCase[] {
  const items: LineCase[] = []
  for (const line of facts.lines) {
    const ask = asks.find((candidate) => candidate.line_id === line.line_id)
    if (ask === undefined) continue
    items.push({
      line,
      ask: { quantity: ask.quantity, unitPrice: ask.unit_price },
      memory: state.memory[line.line_id] ?? emptyMemory(),
      offered: state.standing.some((option) => option.lines.some((wanted) => wanted.variant_id === line.variant_id)),
    })
  }
  return items
}

/** `Σ R·q` of the asked quantities, in units: the size of the case. Excluded lines don't count. */
export function caseValue(items: readonly LineCase[]): number {
  return items.reduce(
    (sum, { line, ask }) => (line.excluded === null ? sum + ownPriceAt(line.own_prices, ask.quantity) * ask.quantity : sum),
    0
  )
}

/** The lines of a case a menu may be made of: those that were answered with a price. */
export function menuLines(drafts: readonly LineDraft[]): MenuLine[] {
  return drafts
    .filter(({ answer }) => answer === "accept" || answer === "counter")
    .map(({ line, basis, reference, ask, price, volumes }) => ({ line, basis, reference, quantity: ask.quantity, price, volumes }))
}
