import type { ItemDiscount } from "./compute-discounts"
import { inTermsOf, type PricedItem } from "./priced-cart"

const MICRO = 1_000_000

/** An amount in millionths of a major unit. */
export const micro = (amount: number): bigint => BigInt(Math.round(amount * MICRO))

/** Millionths of a major unit as an amount. */
export const fromMicro = (amount: bigint): number => Number(amount) / MICRO

/** What some discounts take off a line, in the terms of its price. */
export function discountsOf(item: PricedItem, discounts: readonly ItemDiscount[]): { code: string; amount: number }[] {
  return discounts
    .filter((discount) => discount.item_id === item.id)
    .map(({ code, amount, is_tax_inclusive }) => ({ code, amount: inTermsOf(item, Number(amount), is_tax_inclusive === true) }))
}

/** All of them together. */
export const sum = (discounts: readonly { readonly amount: number }[]): number => discounts.reduce((total, { amount }) => total + amount, 0)
