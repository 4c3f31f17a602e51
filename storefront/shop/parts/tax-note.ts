import { html, nothing, type TemplateResult } from "lit"
import type { Product } from "../types"
import { say } from "../words"

/** Whether prices have the tax in them, in words. */
export const taxWords = (inclusive: boolean): string => say(inclusive ? "incl_tax" : "excl_tax")

/** The same beside the price of a product: of one region all say the same. */
export function taxNote(product: Product | undefined): TemplateResult | typeof nothing {
  const price = product?.variants[0]?.calculated_price
  return price ? html`<span class="tax">${taxWords(price.is_calculated_price_tax_inclusive === true)}</span>` : nothing
}
