/** The currencies of the shop under test, each the one of a region. Prices in pounds include tax. */
export const CURRENCIES = ["usd", "eur", "gbp"] as const
/** One of {@link CURRENCIES}. */
export type Currency = (typeof CURRENCIES)[number]

/** A price of the catalogue: from so many pieces on, so much a piece (major units). */
export interface Tier {
  readonly from: number
  readonly amount: number
}

/** A price list of the merchant's, as far as it changes what a piece costs. */
export interface MerchantList {
  readonly id: string
  readonly type: "sale" | "override"
  /** How many rules a buyer has to meet. All of them are met by `only` alone; by everybody where that is null. */
  readonly rules: number
  readonly only: string | null
  readonly variant: number
  readonly currency: Currency
  readonly tier: Tier
  active: boolean
}

/** What the merchant asks of everybody: base prices by variant and currency, and lists beside them. */
export interface Catalogue {
  readonly base: Record<Currency, readonly Tier[]>[]
  readonly lists: MerchantList[]
}

const lowest = (tiers: readonly Tier[], quantity: number) => {
  const amounts = tiers.filter((tier) => tier.from <= quantity).map((tier) => tier.amount)
  return amounts.length > 0 ? Math.min(...amounts) : null
}

/**
 * What a piece costs somebody who agreed on nothing. Medusa's rule: a list goes before the base price, the one with more rules
 * before the others, then the lower amount; a sale is taken only where it is not above the base price.
 *
 * @param company whose buyer asks; null for everybody who is nobody's.
 */
export function ownPrice(catalogue: Catalogue, company: string | null, variant: number, currency: Currency, quantity: number): number {
  const base = lowest(catalogue.base[variant]?.[currency] ?? [], quantity)
  if (base === null) throw new Error(`Variant ${variant} has no price in ${currency}`)
  const [list] = catalogue.lists
    .filter((each) => each.active && each.variant === variant && each.currency === currency && each.tier.from <= quantity)
    .filter((each) => each.only === null || each.only === company)
    .sort((a, b) => b.rules - a.rules || a.tier.amount - b.tier.amount)
  if (!list || (list.type === "sale" && list.tier.amount > base)) return base
  return list.tier.amount
}
