import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { AdminPageQuery, CostsBody } from "../../contract"
import { get, post } from "../lib/http"
import { sdk } from "../lib/sdk"
import { queryKeys } from "./query-keys"

const PATH = "/admin/negotiation-costs"

/** A unit cost as `GET /admin/negotiation-costs` lists it: net, major units, from `valid_from` on. */
export interface CostRow {
  id: string
  variant_id: string
  currency_code: string
  unit_cost: number
  valid_from: string
}

/** Answer of `GET /admin/negotiation-costs`. */
export interface CostsAnswer {
  costs: CostRow[]
  count: number
  offset: number
  limit: number
}

/** One page of the unit costs. */
export function useCosts(query: Partial<AdminPageQuery>) {
  return useQuery({ queryKey: queryKeys.costs(query), queryFn: () => get<CostsAnswer>(PATH, query), placeholderData: keepPreviousData })
}

/** Adds unit costs; costs already there stay as history. */
export function useAddCosts() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: CostsBody) => post(PATH, body),
    onSuccess: () => client.invalidateQueries({ queryKey: ["negotiation"] }),
  })
}

/** A variant as people name it. */
export interface VariantName {
  id: string
  title: string
  sku: string | null
}

/** Variants found by a search, or those of the ids given. */
export function useVariants(query: { q?: string; id?: string[]; limit?: number }, enabled = true) {
  return useQuery({
    queryKey: queryKeys.variants(query),
    queryFn: async (): Promise<VariantName[]> => {
      const { variants } = await sdk.admin.productVariant.list({ limit: 20, fields: "id,title,sku,product.title", ...query })
      return variants.map((variant) => ({
        id: variant.id,
        title: [variant.product?.title, variant.title].filter(Boolean).join(" · "),
        sku: variant.sku ?? null,
      }))
    },
    placeholderData: keepPreviousData,
    enabled,
  })
}
