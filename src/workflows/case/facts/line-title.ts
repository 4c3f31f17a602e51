import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { WantedLine } from "./gather"
import type { CartLine } from "./read-cart"

/**
 * What a buyer calls an article: the product, and the variant where there is another one to tell it from.
 *
 * @param variants How many variants the product has
 */
export function articleTitle(product: string, variant: string | null, variants: number): string {
  return variants > 1 && variant && variant !== product ? `${product}, ${variant}` : product
}

/** What a buyer calls a cart line's product. */
export function productTitle(line: CartLine): string {
  return line.product_title ?? line.title
}

interface ProductRow {
  readonly id: string
  readonly variants?: readonly unknown[] | null
}

/** Calls each line by its article's name, as the cart knows it. One query for all of them. */
export async function withTitles(container: MedusaContainer, items: readonly CartLine[], lines: readonly WantedLine[]): Promise<WantedLine[]> {
  const ids = [...new Set(lines.flatMap(({ product_id }) => product_id ?? []))]
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "product", fields: ["id", "variants.id"], filters: { id: ids } })
  const variants = new Map((data as unknown as ProductRow[]).map((row) => [row.id, row.variants?.length ?? 0]))
  return lines.map((line) => {
    const item = items.find(({ id }) => id === line.line_item_id)
    return item ? { ...line, title: articleTitle(productTitle(item), item.variant_title, variants.get(line.product_id ?? "") ?? 0) } : line
  })
}
