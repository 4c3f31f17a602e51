import {
  currencyGrid, fromUnits, mulDivFloor, spreadRooms, spreadTotal, toUnits, withinScope,
  type CaseFacts, type CompiledPolicy, type LineFacts, type UnitPrice,
} from "../../../engine"
import { currencyDecimals } from "../facts/currency"
import type { GatheredFacts } from "../facts/gather"
import { currentPrices } from "../facts/price-schedule"
import { NOT_COUNTABLE, taxOf } from "../tax/shown-prices"
import type { LineAsk } from "./check-ask"
import type { StandingOffer, StandingRecord } from "./standing-offer"
import { concessionOf } from "./effective-price"
import { totalOf } from "./totals"

/** Parts per million: the whole of a net price. */
const WHOLE_PPM = 1_000_000

/** What the asked quantities cost at the prices of an option; null where it is not for exactly these lines, or for more pieces. */
function costOf(gathered: GatheredFacts, option: StandingRecord): number | null {
  const { lines } = gathered.input
  const prices = lines.flatMap((line) => {
    const offered = option.lines.find((each) => each.line_id === line.line_id)
    return offered && offered.quantity <= line.quantity ? [{ unit_price: Number(offered.unit_price), quantity: line.quantity }] : []
  })
  return prices.length === lines.length && option.lines.length === lines.length ? totalOf(prices) : null
}

/** True for prices and nothing else: what has a condition, or brings another article, has to be chosen. */
function isPlain({ kind, terms, detail }: StandingRecord): boolean {
  return kind !== "substitute" && (detail === null || concessionOf(terms) === null)
}

/** The cheapest option that stands and that the total pays for. */
function metBy(gathered: GatheredFacts, standing: StandingOffer, total: number): StandingRecord | null {
  const met = standing.options.filter(isPlain).flatMap((option) => {
    const cost = costOf(gathered, option)
    return cost !== null && cost <= total ? [{ option, cost }] : []
  })
  return met.sort((a, b) => a.cost - b.cost)[0]?.option ?? null
}

/** What each line could give, with its tax: as much of the shown price as of the net one. */
function shownRooms(gathered: GatheredFacts, policy: CompiledPolicy, facts: CaseFacts): number[] {
  return spreadRooms(policy, facts).map((room, index) => {
    const tax = taxOf(gathered, facts.lines[index]?.variant_id ?? "") ?? 0
    return Number.isSafeInteger(room) ? mulDivFloor(room, WHOLE_PPM + tax, WHOLE_PPM) : 0
  })
}

/**
 * The asks of one total for a basket whose prices include tax, line by line as they are shown: lines may be taxed
 * differently, so the total can't be counted net. The prices of an option that stands where the total pays for it, else
 * spread as a net total is, by what each line can give, on the currency's own grid and never more in all than was asked.
 *
 * @param given the case in the engine's words.
 */
export function asksOfTotal(gathered: GatheredFacts, policy: CompiledPolicy, given: CaseFacts, standing: StandingOffer, total: number): LineAsk[] {
  const met = metBy(gathered, standing, total)
  if (met) {
    return gathered.input.lines.map((line) => ({
      line_id: line.line_id,
      unit_price: Number(met.lines.find((each) => each.line_id === line.line_id)?.unit_price),
      quantity: line.quantity,
    }))
  }
  const facts = withinScope(policy, given)
  const shown = facts.lines.map((line): LineFacts => ({
    ...line,
    own_prices: currentPrices(gathered, line.variant_id).map((step) => ({
      min_quantity: step.min_quantity,
      unit_price: toUnits(step.unit_price) ?? NOT_COUNTABLE,
    })),
  }))
  const grid = currencyGrid(currencyDecimals(gathered.input.currency_code))
  const spread = spreadTotal(Math.floor(total * 10_000 + 1e-6), shown, grid, shownRooms(gathered, policy, facts))
  return spread.map(({ line_id, quantity, unit_price }) => ({ line_id, quantity, unit_price: fromUnits(unit_price as UnitPrice) }))
}
