import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { sdk } from "../lib/sdk"
import { queryKeys } from "./query-keys"

/** Kinds of parts of the catalogue, as policies name them. */
const KINDS = ["category", "collection", "type", "tag", "product"] as const
type Kind = (typeof KINDS)[number]

const A_WHILE = 5 * 60_000
const FOUND_OF_A_KIND = 8

/** A part of the catalogue with its name. */
export interface ProductScope {
  value: string
  kind: Kind
  name: string
}

type Filter = { q: string } | { id: string[] }

/** Parts of one kind, by a word or by their ids. */
async function partsOf(kind: Kind, filter: Filter): Promise<{ id: string; name: string }[]> {
  const limit = "id" in filter ? filter.id.length : FOUND_OF_A_KIND
  const query = { ...("q" in filter && filter.q === "" ? {} : filter), limit }
  switch (kind) {
    case "category":
      return (await sdk.admin.productCategory.list({ ...query, fields: "id,name" })).product_categories
    case "collection":
      return (await sdk.admin.productCollection.list({ ...query, fields: "id,title" })).collections.map(({ id, title }) => ({ id, name: title }))
    case "type":
      return (await sdk.admin.productType.list({ ...query, fields: "id,value" })).product_types.map(({ id, value }) => ({ id, name: value }))
    case "tag":
      return (await sdk.admin.productTag.list({ ...query, fields: "id,value" })).product_tags.map(({ id, value }) => ({ id, name: value }))
    case "product":
      return (await sdk.admin.product.list({ ...query, fields: "id,title" })).products.map(({ id, title }) => ({ id, name: title }))
  }
}

async function read(filterOf: (kind: Kind) => Filter | null): Promise<ProductScope[]> {
  const found = await Promise.all(
    KINDS.map(async (kind) => {
      const filter = filterOf(kind)
      return filter === null ? [] : (await partsOf(kind, filter)).map(({ id, name }): ProductScope => ({ value: `${kind}:${id}`, kind, name }))
    })
  )
  return found.flat()
}

/** Parts of the catalogue that fit a word, and those that are chosen already with their names. A user who may read none sees ids. */
export function useProductScopes(search: string, chosen: readonly string[]): ProductScope[] {
  const wanted = [...new Set(chosen)].sort()
  const shared = { staleTime: A_WHILE, placeholderData: keepPreviousData, retry: false } as const
  const found = useQuery({ queryKey: queryKeys.productScopes({ search }), queryFn: () => read(() => ({ q: search })), ...shared })
  const named = useQuery({
    queryKey: queryKeys.productScopes({ wanted }),
    queryFn: () =>
      read((kind) => {
        const id = wanted.flatMap((scope) => (scope.startsWith(`${kind}:`) ? [scope.slice(kind.length + 1)] : []))
        return id.length > 0 ? { id } : null
      }),
    enabled: wanted.length > 0,
    ...shared,
  })
  const known = new Map([...(found.data ?? []), ...(named.data ?? [])].map((scope) => [scope.value, scope]))
  for (const value of wanted) {
    const [kind = "product"] = value.split(":")
    if (!known.has(value)) known.set(value, { value, kind: kind as Kind, name: value.slice(kind.length + 1) })
  }
  return [...known.values()]
}
