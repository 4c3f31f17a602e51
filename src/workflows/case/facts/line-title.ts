import type { CartLine } from "./read-cart"

/** What a buyer calls a cart line: the product, and the variant where that says more. */
export function lineTitle(line: CartLine): string {
  const product = line.product_title ?? line.title
  const variant = line.variant_title
  return variant && variant !== product && !/^default/i.test(variant) ? `${product}, ${variant}` : product
}
