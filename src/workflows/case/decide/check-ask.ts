import { ContractError } from "../../../contract"
import type { GatheredFacts, WantedLine } from "../facts/gather"
import { currentPrices, priceAt } from "../facts/price-schedule"

/** What a buyer asks for on one line, as the cart shows prices; major units. */
export interface LineAsk {
  readonly line_id: string
  readonly unit_price: number
  readonly quantity: number
}

/** What the buyer would pay now for `quantity` pieces of a line; null where the store has no price for them. */
export function currentUnitPrice(gathered: GatheredFacts, line: WantedLine, quantity: number): number | null {
  return priceAt(currentPrices(gathered, line.variant_id), quantity)
}

/** Why a line can't be negotiated, or null. */
export function whyNotNegotiable(gathered: GatheredFacts, line: WantedLine): string | null {
  const variant = gathered.variants.get(line.variant_id)
  const own = gathered.own.get(line.variant_id)
  if (!variant) return "not_for_sale"
  if (variant.excluded) return variant.excluded
  return own ? null : "no_price"
}

/** True where the prices of a case include tax, as the store's own prices do there. */
export function isTaxInclusive(gathered: GatheredFacts): boolean {
  return gathered.input.lines.some((line) => gathered.own.get(line.variant_id)?.is_tax_inclusive === true)
}

/**
 * Prices of both kinds are never in one case: a total of them would say nothing, and an agreement has one kind.
 * @param before how the prices of the case were shown when it was opened; left out for a new one
 * @throws ContractError `not_negotiable` with `details.reason` `mixed_tax` or `tax_changed`
 */
export function requireOneKindOfPrice(gathered: GatheredFacts, before?: boolean): void {
  const { lines } = gathered.input
  const inclusive = isTaxInclusive(gathered)
  if (inclusive && lines.some((line) => gathered.own.get(line.variant_id)?.is_tax_inclusive === false)) {
    throw new ContractError("not_negotiable", "Some prices in this cart include tax and some don't: ask for them in two requests", {
      reason: "mixed_tax",
      with_tax: lines.filter((line) => gathered.own.get(line.variant_id)?.is_tax_inclusive).map((line) => line.line_item_id),
    })
  }
  if (before !== undefined && before !== inclusive) {
    const message = "Prices are shown in another way since this was asked, with tax or without: ask again"
    throw new ContractError("not_negotiable", message, { reason: "tax_changed" })
  }
}

/**
 * @param before how the prices of the case were shown when it was opened; left out for a new one
 * @throws ContractError `not_negotiable` for the first line that can't be negotiated, for prices with and without tax in one
 * case (`details.reason` `mixed_tax`), and for prices shown in another way than when the case was opened (`tax_changed`)
 */
export function requireNegotiable(gathered: GatheredFacts, before?: boolean): void {
  requireOneKindOfPrice(gathered, before)
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
