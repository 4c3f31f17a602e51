import type { CaseEvent, CaseFacts, CaseState, LineFacts, TaxedTarget } from "../types"
import { currencyGrid } from "../money/grid"
import { withTax } from "../money/tax"
import { emptyMemory } from "../memory/memory"
import { countersWith } from "../menu/given"
import type { MenuLine, MenuView } from "../menu/trades"
import type { CompiledPolicy } from "../policy/compiled"
import { ownPriceAt } from "../price/own-price"
import { spreadRooms } from "../price/spread-rooms"
import { spreadTotal, type SpreadAsk } from "../price/spread"
import type { LineCase, LineDraft } from "./draft"

/** The asks an event brings, in units: as they are, or a basket target spread over the lines; none for other events. */
export function asksOf(policy: CompiledPolicy, facts: CaseFacts, event: CaseEvent): readonly SpreadAsk[] {
  if (event.type === "ask") return event.asks
  if (event.type !== "ask_total") return []
  return spreadTotal(event.total, facts.lines, currencyGrid(facts.currency.decimals), spreadRooms(policy, facts))
}

/** What the options that stand are about, lines and variants; null where nothing stands. */
function offeredIn(standing: CaseState["standing"]): ReadonlySet<string> | null {
  if (standing.length === 0) return null
  return new Set(standing.flatMap(({ lines }) => lines.flatMap(({ line_id, variant_id }) => [`line ${line_id}`, `variant ${variant_id}`])))
}

function lineCase(state: CaseState, offered: ReadonlySet<string> | null, line: LineFacts, ask: SpreadAsk): LineCase {
  const memory = state.memory[line.line_id] ?? emptyMemory()
  return {
    line,
    ask: { quantity: ask.quantity, unitPrice: ask.unit_price },
    memory,
    counters: countersWith(memory.counters, state.standing, line),
    offered: offered !== null && (offered.has(`line ${line.line_id}`) || offered.has(`variant ${line.variant_id}`)),
  }
}

/** The lines that are asked for, in the order of the facts, each with its memory. */
export function lineCases(facts: CaseFacts, state: CaseState, asks: readonly SpreadAsk[]): LineCase[] {
  const offered = offeredIn(state.standing)
  const only = asks.length === 1 ? asks[0] : undefined
  // Most cases have one ask, for which a table costs more than it spares.
  if (only !== undefined) {
    const line = facts.lines.find(({ line_id }) => line_id === only.line_id)
    return line === undefined ? [] : [lineCase(state, offered, line, only)]
  }
  const asked = new Map(asks.map((ask) => [ask.line_id, ask]))
  const items: LineCase[] = []
  for (const line of facts.lines) {
    const ask = asked.get(line.line_id)
    if (ask !== undefined) items.push(lineCase(state, offered, line, ask))
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

function isPriced({ answer }: LineDraft): boolean {
  return answer === "accept" || answer === "counter"
}

/** The lines of a case a menu may be made of: those that were answered with a price. */
export function menuLines(drafts: readonly LineDraft[]): readonly MenuLine[] {
  return drafts.every(isPriced) ? drafts : drafts.filter(isPriced)
}

/**
 * What a menu is made with.
 * @param limit largest value of an option in units, or null for none
 */
export function menuView(policy: CompiledPolicy, facts: CaseFacts, limit: number | null): MenuView {
  return { policy, facts, limit, grid: currencyGrid(facts.currency.decimals) }
}

/** The one target that an event brings for the basket, as its prices are shown; null where it brings none. Net, no line has tax. */
export function targetOf(facts: CaseFacts, event: CaseEvent): TaxedTarget | null {
  if (event.type === "ask") return event.target ?? null
  return event.type === "ask_total" ? { total: event.total, decimals: facts.currency.decimals, tax_ppm: {} } : null
}

/**
 * True where every line is sold in its quantity, has a price, and what they are shown as comes to no more than the basket's target: a line may go
 * lower because another carries it.
 */
export function meetsTarget(drafts: readonly LineDraft[], { total, decimals, tax_ppm }: TaxedTarget): boolean {
  const shown = ({ line, price }: LineDraft) => {
    const tax = tax_ppm[line.line_id]
    // Without tax a price is shown as it is, a merchant's own finer than the grid included.
    return tax === undefined || tax === 0 ? price : withTax(price, tax, currencyGrid(decimals))
  }
  const sold = drafts.every(({ line, ask }) => ask.quantity >= (line.minimum_quantity ?? 1))
  const priced = sold && drafts.every(isPriced)
  return priced && drafts.reduce((sum, draft) => sum + shown(draft) * draft.ask.quantity, 0) <= total
}
