import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { LeverTerms } from "../../../../contract"
import type { VariantFacts } from "../read-variants"

/** Articles looked at for one line, and for all lines of a case. */
const MOST_FOR_A_LINE = 20
const MOST_FOR_A_CASE = 60

interface ProductRow {
  readonly id: string
  readonly categories?: readonly { readonly id: string }[] | null
  readonly variants?: readonly { readonly id: string }[] | null
}

const CATEGORIES_OF = ["id", "categories.id"]
const PRODUCTS_IN = ["id", "categories.id", "variants.id"]

/** Published products of some products' categories with their variants: two queries, the second one bounded. */
async function categoryNeighbours(container: MedusaContainer, asked: readonly VariantFacts[]): Promise<Map<string, string[]>> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: own } = await query.graph({ entity: "product", fields: CATEGORIES_OF, filters: { id: asked.map((each) => each.product_id) } })
  const categoriesOf = new Map((own as unknown as ProductRow[]).map((row) => [row.id, (row.categories ?? []).map(({ id }) => id)]))
  const ids = [...new Set([...categoriesOf.values()].flat())]
  if (ids.length === 0) return new Map()
  const filters = { categories: { id: ids }, status: "published" }
  const pagination = { take: MOST_FOR_A_CASE, skip: 0, order: { id: "ASC" as const } }
  const { data } = await query.graph({ entity: "product", fields: PRODUCTS_IN, filters: filters as object, pagination })
  const neighbours = data as unknown as ProductRow[]
  return new Map(
    asked.map(({ variant_id, product_id }) => {
      const wanted = categoriesOf.get(product_id) ?? []
      const near = neighbours.filter((row) => (row.categories ?? []).some(({ id }) => wanted.includes(id)))
      return [variant_id, near.flatMap((row) => (row.variants ?? []).map(({ id }) => id))]
    })
  )
}

/**
 * Which variants might stand in for each asked one: those its metadata names, and under "category" those of products that
 * share a category, in an order that is the same every time. At most 20 for a line; none of them is asked for itself.
 */
export async function substituteIds(
  container: MedusaContainer,
  mode: LeverTerms["substitutes"],
  asked: readonly VariantFacts[]
): Promise<Map<string, string[]>> {
  if (mode === "off" || asked.length === 0) return new Map()
  const near = mode === "category" ? await categoryNeighbours(container, asked) : new Map<string, string[]>()
  const taken = new Set(asked.map((each) => each.variant_id))
  const most = Math.max(1, Math.min(MOST_FOR_A_LINE, Math.floor(MOST_FOR_A_CASE / asked.length)))
  const found = asked.map(({ variant_id, substitutes }): [string, string[]] => {
    const all = [...new Set([...substitutes, ...(near.get(variant_id) ?? [])])]
    return [variant_id, all.filter((id) => !taken.has(id)).slice(0, most)]
  })
  return new Map(found.filter(([, ids]) => ids.length > 0))
}
