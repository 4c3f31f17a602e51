import type { PriceLadder } from "../../contract"
import { quantityHint, type HintWords, type Locale } from "../../phrases"
import { cheaperFrom } from "./decide/cheaper-from"
import type { GatheredFacts, WantedLine } from "./facts/gather"
import { agreedPrices, currentPrices, priceAt, type ScheduleStep } from "./facts/price-schedule"

type Agreed = PriceLadder["agreed"][number]

/** The company's live agreed prices for a line's variant that the buyer shares in, smallest quantity first. */
export function agreedOf(gathered: GatheredFacts, line: WantedLine): Agreed[] {
  return agreedPrices(gathered, line.variant_id).map(({ agreement_id, min_quantity, unit_price, remaining_quantity, valid_until }) => ({
    agreement_id,
    min_quantity,
    unit_price: Number(unit_price),
    remaining_quantity,
    valid_until: new Date(valid_until).toISOString(),
  }))
}

/** True where the agreed price can be had at all: what is left is not less than what has to be taken. */
function isReachable(price: Agreed): boolean {
  return price.remaining_quantity === null || price.remaining_quantity >= price.min_quantity
}

/** The agreed price a quantity pays: the lowest that holds there and is under the buyer's own; null where none is. */
function applied(agreed: readonly Agreed[], own: readonly ScheduleStep[], quantity: number): Agreed | null {
  const normal = priceAt(own, quantity) ?? Infinity
  const holding = agreed.filter((price) => price.min_quantity <= quantity && price.unit_price < normal)
  return [...holding].sort((a, b) => a.unit_price - b.unit_price || a.min_quantity - b.min_quantity)[0] ?? null
}

/** The next agreed price above a quantity that is lower than what the buyer pays now. */
function next(agreed: readonly Agreed[], quantity: number, current: number): Agreed | null {
  return agreed.find((price) => price.min_quantity > quantity && price.unit_price < current && isReachable(price)) ?? null
}

/** What there is to say of a line's quantity; null for nothing. Where something agreed holds, its end comes before its threshold. */
function wordsOf(gathered: GatheredFacts, line: WantedLine): HintWords | null {
  const { currency_code, lines } = gathered.input
  const own = gathered.own.get(line.variant_id)?.tiers ?? []
  const schedule = currentPrices(gathered, line.variant_id)
  const agreed = agreedOf(gathered, line)
  const current = priceAt(schedule, line.quantity)
  if (current === null) return null

  const better = next(agreed, line.quantity, current)
  if (better) {
    const { min_quantity: quantity, unit_price } = better
    const split = lines.filter((each) => each.variant_id === line.variant_id).length > 1
    const under = schedule.filter((step) => step.min_quantity < quantity)
    return { kind: split ? "split" : "under", currency_code, unit_price, quantity, cheaper_from: cheaperFrom(under, quantity, unit_price) ?? undefined }
  }
  const now = applied(agreed, own, line.quantity)
  if (!now) return null
  const { remaining_quantity: remaining, min_quantity: quantity, unit_price } = now
  // Near the end: another order like this one would no longer find enough.
  if (remaining !== null && remaining < 2 * line.quantity) return { kind: "left", currency_code, unit_price, remaining }
  const before = quantity > 1 ? priceAt(schedule, quantity - 1) : null
  return before !== null && before > unit_price ? { kind: "over", currency_code, unit_price: before, quantity } : null
}

/** One sentence on what changing a line's quantity does to an agreed price, in the buyer's language; null where there is nothing to say. */
export function hintOf(gathered: GatheredFacts, line: WantedLine, locale: Locale): string | null {
  const words = wordsOf(gathered, line)
  return words && quantityHint(locale, words)
}
