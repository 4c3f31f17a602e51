import { ContractError } from "../../../contract"
import type { GatheredFacts, WantedLine } from "../facts/gather"
import { currentSchedule, priceAt } from "../facts/price-schedule"

/** What a buyer asks for on one line, as the cart shows prices; major units. */
export interface LineAsk {
  readonly line_id: string
  readonly unit_price: number
  readonly quantity: number
}

/** What the buyer would pay now for `quantity` pieces of a line; null where the store has no price for them. */
export function currentUnitPrice(gathered: GatheredFacts, line: WantedLine, quantity: number): number | null {
  const own = gathered.own.get(line.variant_id)
  const agreed = gathered.stored.agreed.filter((price) => price.variant_id === line.variant_id)
  return priceAt(currentSchedule(own?.tiers ?? [], agreed), quantity)
}

/**
 * Why a line can't be negotiated, or null. Prices that include tax are not counted in yet: the engine works in net
 * amounts, and a guess at the rate is no fact.
 */
export function whyNotNegotiable(gathered: GatheredFacts, line: WantedLine): string | null {
  const variant = gathered.variants.get(line.variant_id)
  const own = gathered.own.get(line.variant_id)
  if (!variant) return "not_for_sale"
  if (variant.excluded) return variant.excluded
  if (!own) return "no_price"
  if (own.is_tax_inclusive) return "tax_inclusive"
  return null
}

/** @throws ContractError `not_negotiable` for the first line that can't be negotiated */
export function requireNegotiable(gathered: GatheredFacts): void {
  for (const line of gathered.input.lines) {
    const reason = whyNotNegotiable(gathered, line)
    if (reason) {
      throw new ContractError("not_negotiable", `${line.title} can't be negotiated`, {
        line_item_id: line.line_item_id,
        variant_id: line.variant_id,
        reason,
      })
    }
  }
}

/** @throws ContractError `invalid_price` for an ask that is not under what the buyer pays now at that quantity */
export function requireBetterPrice(gathered: GatheredFacts, asks: readonly LineAsk[]): void {
  for (const ask of asks) {
    const line = gathered.input.lines.find((each) => each.line_id === ask.line_id)
    const current = line ? currentUnitPrice(gathered, line, ask.quantity) : null
    if (line && current !== null && ask.unit_price >= current) {
      throw new ContractError("invalid_price", `Your price for ${line.title} is already ${current}`, {
        line_item_id: line.line_item_id,
        line_id: line.line_id,
        current_unit_price: current,
      })
    }
  }
}

/** @throws ContractError `invalid_price` for a total that is not under what the buyer pays now for the lines */
export function requireBetterTotal(gathered: GatheredFacts, total: number): void {
  const current = gathered.input.lines.reduce(
    (sum, line) => sum + Math.round((currentUnitPrice(gathered, line, line.quantity) ?? 0) * 10_000) * line.quantity,
    0
  )
  if (Math.round(total * 10_000) >= current) {
    throw new ContractError("invalid_price", `You already pay ${current / 10_000} for these lines`, {
      current_total: current / 10_000,
    })
  }
}
