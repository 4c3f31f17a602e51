import { fromUnits, toUnits, type UnitPrice } from "../../../engine"
import type { GatheredFacts } from "../facts/gather"
import { currencyDecimals } from "../facts/currency"
import { netOf, shownUnits } from "./convert"

/** An amount the engine can't count in becomes a value it refuses as an invalid fact: a person decides then. */
export const NOT_COUNTABLE = Number.NaN as UnitPrice

/** Tax in a variant's prices, in parts per million of the net price; 0 where they are net, null where it is not known. */
export function taxOf(gathered: GatheredFacts, variant_id: string): number | null {
  const rate = gathered.tax.get(variant_id)
  return rate === undefined ? 0 : rate
}

/** True where tax is in a price of the case and nobody can say how much: a person decides, and nothing is approved. */
export function isTaxUnknown(gathered: GatheredFacts): boolean {
  return gathered.input.lines.some((line) => taxOf(gathered, line.variant_id) === null)
}

/** A price as it is shown, net in the engine's units; {@link NOT_COUNTABLE} where it can't be. */
export function netUnits(gathered: GatheredFacts, variant_id: string, amount: number): UnitPrice {
  const units = toUnits(amount)
  const tax = taxOf(gathered, variant_id)
  return units === null || tax === null ? NOT_COUNTABLE : (netOf(units, tax) as UnitPrice)
}

/** Amounts as they are shown that stand on lines of a variant, by variant: asks, offered prices. */
export type SaidPrices = ReadonlyMap<string, readonly number[]>

/** Collects what was said: amounts in major units, by variant. */
export function saidPrices(prices: readonly { readonly variant_id: string; readonly unit_price: number }[]): SaidPrices {
  const said = new Map<string, number[]>()
  for (const { variant_id, unit_price } of prices) said.set(variant_id, [...(said.get(variant_id) ?? []), Number(unit_price)])
  return said
}

/**
 * A net price of the engine as it is shown, in major units: with tax where prices include it, up to the currency's
 * decimals, and exactly as it was said where it was.
 */
export function shownPrice(gathered: GatheredFacts, variant_id: string, net: UnitPrice, said?: SaidPrices): number {
  if (!gathered.tax.has(variant_id)) return fromUnits(net)
  const own = gathered.own.get(variant_id)?.tiers.map((tier) => tier.unit_price) ?? []
  const known = [...(said?.get(variant_id) ?? []), ...own].flatMap((amount) => toUnits(amount) ?? [])
  return fromUnits(shownUnits(net, taxOf(gathered, variant_id) ?? 0, currencyDecimals(gathered.input.currency_code), known))
}

/**
 * A net amount of the past as prices are shown here, to the currency's nearest: for information, nothing is decided with
 * it. Null where tax is in the prices and nobody can say how much.
 */
export function shownPast(gathered: GatheredFacts, variant_id: string, net: number): number | null {
  if (!gathered.tax.has(variant_id)) return net
  const tax = taxOf(gathered, variant_id)
  if (tax === null) return null
  const scale = 10 ** currencyDecimals(gathered.input.currency_code)
  return Math.round((net * (1_000_000 + tax) * scale) / 1_000_000) / scale
}
