import { emptyMemory, type CaseDecision, type CaseState, type MenuOption } from "../../../engine"
import type { GatheredFacts } from "../facts/gather"
import { currentPrices, priceAt } from "../facts/price-schedule"
import { shownPrice, type SaidPrices } from "../tax/shown-prices"

type Shown = MenuOption & { readonly prices: readonly number[] }

/**
 * True where the option, as it is shown, is cheaper on some line than what was asked for is now, and dearer on none. What it
 * concedes makes it cheaper; without it, nobody is told a price over their own.
 */
function isBetter(gathered: GatheredFacts, option: Shown): boolean {
  const asked = option.lines.map((line) => gathered.input.lines.find((each) => each.line_id === line.line_id)?.variant_id ?? line.variant_id)
  const current = option.lines.map((line, index) => priceAt(currentPrices(gathered, asked[index] ?? ""), line.quantity) ?? 0)
  const none = option.prices.every((price, index) => price <= (current[index] ?? 0))
  return none && (option.concession !== null || option.prices.some((price, index) => price < (current[index] ?? 0)))
}

/** True where more pieces give no better price than the counter, as both are shown. */
function givesNothing(option: Shown, counter: Shown | undefined): boolean {
  return option.kind === "volume" && counter !== undefined && !option.prices.some((price, index) => price < (counter.prices[index] ?? 0))
}

/**
 * A decision with the options that are still worth something once tax is on them and they are rounded up to the currency:
 * in a currency without decimals a counter may come out at what the buyer pays anyway. Where none is left, a person decides.
 * Net prices are shown as they were decided.
 *
 * @param before the memory the decision rests on: where nothing is given after all, it stays.
 */
export function showable(gathered: GatheredFacts, decision: CaseDecision, said: SaidPrices, before: CaseState["memory"]): CaseDecision {
  if (gathered.tax.size === 0 || decision.answer !== "counter" || decision.standing) return decision
  const shown = decision.menu.map((option): Shown => ({
    ...option,
    prices: option.lines.map((line) => shownPrice(gathered, line.variant_id, line.unit_price, said)),
  }))
  const counter = shown.find((option) => option.kind === "counter")
  const menu = shown.filter((option) => isBetter(gathered, option) && !givesNothing(option, counter)).map(({ prices: _prices, ...option }) => option)
  if (menu.length > 0) return { ...decision, menu }
  const lines = decision.lines.map((line) => ({ ...line, memory: before[line.line_id] ?? emptyMemory() }))
  return { ...decision, answer: "person", reason_code: "no_room", menu: [], lines }
}
