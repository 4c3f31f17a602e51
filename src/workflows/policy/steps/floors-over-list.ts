import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { PolicyProblem } from "../../../engine"
import { negotiationService } from "../../negotiation-service"

/** Costs looked at when terms are saved: the newest ones. */
const SAMPLE = 1_000

interface VariantPrices {
  readonly id: string
  readonly prices?: readonly {
    readonly amount: number
    readonly currency_code: string
    readonly price_list_id?: string | null
    readonly rules_count?: number | null
    readonly min_quantity?: number | null
  }[] | null
}

/** How many of the costed articles a minimum margin leaves no room, of how many. */
export interface FloorsOverList {
  readonly over: number
  readonly of: number
}

function listPrice({ prices }: VariantPrices, currency: string): number | null {
  const plain = (prices ?? []).find(
    (price) => price.currency_code === currency && !price.price_list_id && !price.rules_count && (price.min_quantity ?? 1) <= 1
  )
  return plain ? Number(plain.amount) : null
}

/**
 * Of the newest thousand costs, those whose floor `cost / (1 − μ)` is at or above the list price: there the policy can never
 * answer. Prices are taken as they are stored; where they include tax, an article counts as having room a little too early.
 */
export async function floorsOverList(container: MedusaContainer, minimumMargin: number): Promise<FloorsOverList> {
  const { rows } = await negotiationService(container).costRows({ limit: SAMPLE, offset: 0 })
  const now = Date.now()
  const costs = new Map<string, (typeof rows)[number]>()
  // The latest date first: the first one of an article that holds already is its cost.
  for (const row of rows) {
    const key = `${row.variant_id}|${row.currency_code}`
    if (!costs.has(key) && Date.parse(row.valid_from) <= now) costs.set(key, row)
  }
  if (costs.size === 0) return { over: 0, of: 0 }
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "variant",
    fields: ["id", "prices.amount", "prices.currency_code", "prices.price_list_id", "prices.rules_count", "prices.min_quantity"],
    filters: { id: [...new Set([...costs.values()].map(({ variant_id }) => variant_id))] },
  })
  const variants = new Map((data as unknown as VariantPrices[]).map((variant) => [variant.id, variant]))
  const rooms = [...costs.values()].flatMap(({ variant_id, currency_code, unit_cost }) => {
    const variant = variants.get(variant_id)
    const list = variant ? listPrice(variant, currency_code) : null
    return list === null ? [] : [unit_cost >= list * (1 - minimumMargin)]
  })
  return { over: rooms.filter(Boolean).length, of: rooms.length }
}

/** What is said of {@link FloorsOverList}: a problem where no article is left, a warning where some are, else nothing. */
export function sayFloors({ over, of }: FloorsOverList): { readonly problems: PolicyProblem[]; readonly warnings: PolicyProblem[] } {
  if (over === 0) return { problems: [], warnings: [] }
  const message = `leaves no room on ${over} of ${of} articles with a cost: their floor is at or above the list price`
  const said = [{ path: "minimum_margin", message }]
  return over === of ? { problems: said, warnings: [] } : { problems: [], warnings: said }
}
