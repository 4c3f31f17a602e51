import type { CartLine } from "./read-cart"

/** What a buyer calls an article: the product, and the variant where that says more. */
export function articleTitle(product: string, variant: string | null): string {
  return variant && variant !== product && !/^default/i.test(variant) ? `${product}, ${variant}` : product
}

/** What a buyer calls a cart line, as its article is called. */
export function lineTitle(line: CartLine): string {
  return articleTitle(line.product_title ?? line.title, line.variant_title)
}
