import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { PolicyTerms } from "../../../contract"

interface ProductRow {
  readonly id: string
  readonly collection_id: string | null
  readonly type_id: string | null
  readonly tags?: readonly { readonly id: string }[] | null
  readonly categories?: readonly { readonly id: string; readonly mpath: string }[] | null
}

const FIELDS = ["id", "collection_id", "type_id", "tags.id", "categories.id", "categories.mpath"]

/** True where the terms name parts of the catalogue: only then is it worth asking which ones an article is of. */
export function asksForScopes(terms: PolicyTerms | undefined): boolean {
  if (terms === undefined) return false
  const { eligibility, routing } = terms
  return eligibility.only_products.length > 0 || eligibility.never_products.length > 0 || routing.some(({ when }) => when.products !== undefined)
}

/** A product's scopes: itself, its collection, type, tags and categories with all that these are in. */
function scopesOf({ id, collection_id, type_id, tags, categories }: ProductRow): string[] {
  const inside = (categories ?? []).flatMap((category) => [category.id, ...category.mpath.split(".").filter(Boolean)])
  return [
    `product:${id}`,
    ...(collection_id ? [`collection:${collection_id}`] : []),
    ...(type_id ? [`type:${type_id}`] : []),
    ...(tags ?? []).map((tag) => `tag:${tag.id}`),
    ...[...new Set(inside)].map((category) => `category:${category}`),
  ]
}

/** Parts of the catalogue that products belong to, as policies name them, in one query. Products that are gone are left out. */
export async function readScopes(container: MedusaContainer, productIds: readonly string[]): Promise<Map<string, string[]>> {
  const ids = [...new Set(productIds)].filter(Boolean)
  if (ids.length === 0) return new Map()
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "product", fields: FIELDS, filters: { id: ids } })
  return new Map((data as unknown as ProductRow[]).map((row) => [row.id, scopesOf(row)]))
}
