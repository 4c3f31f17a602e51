import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ORDER_FIELDS, type PlacedOrder } from "./order-purchases"

/** Where a reading of the orders stands; everything before it was read. */
export type OrdersPosition = {
  /** Only orders changed at or after this moment (ISO); null: all. */
  readonly since: string | null
  /** The last order read. Ids don't change, so a page is never skipped or read twice however many orders arrive. */
  readonly after: string | null
  /** The last customer all of whose orders were read; null where the reading is not by customer. */
  readonly customers_after: string | null
}

/** Whose orders: everybody's, one customer's or those of a group's customers. */
export type OrdersOf = { readonly kind: "all" } | { readonly kind: "customer"; readonly id: string } | { readonly kind: "group"; readonly id: string }

/** A page of orders and where to go on after it. */
export interface OrdersPage {
  readonly orders: readonly PlacedOrder[]
  readonly position: OrdersPosition
}

const ORDERS_A_PAGE = 100
const CUSTOMERS_A_PAGE = 100

async function* pagesOf(container: MedusaContainer, start: OrdersPosition, customer_ids: readonly string[] | null): AsyncGenerator<OrdersPage> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  let position = start
  for (;;) {
    const { data } = await query.graph({
      entity: "order",
      fields: ORDER_FIELDS,
      filters: {
        ...(position.after === null ? {} : { id: { $gt: position.after } }),
        ...(position.since === null ? {} : { updated_at: { $gte: new Date(position.since) } }),
        ...(customer_ids === null ? {} : { customer_id: [...customer_ids] }),
      },
      pagination: { take: ORDERS_A_PAGE, skip: 0, order: { id: "ASC" } },
    })
    const orders = data as unknown as PlacedOrder[]
    const last = orders.at(-1)
    if (!last) return
    position = { ...position, after: last.id }
    yield { orders, position }
    if (orders.length < ORDERS_A_PAGE) return
  }
}

async function* pagesOfGroup(container: MedusaContainer, start: OrdersPosition, group_id: string): AsyncGenerator<OrdersPage> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  let position = start
  for (;;) {
    const { data: members } = await query.graph({
      entity: "customer",
      fields: ["id"],
      filters: { groups: { id: group_id }, ...(position.customers_after === null ? {} : { id: { $gt: position.customers_after } }) },
      pagination: { take: CUSTOMERS_A_PAGE, skip: 0, order: { id: "ASC" } },
    })
    const last = members.at(-1)
    if (!last) return
    yield* pagesOf(container, position, members.map((member) => member.id))
    position = { ...position, after: null, customers_after: last.id }
    if (members.length < CUSTOMERS_A_PAGE) return
  }
}

/** Reads orders page by page from a position on; never more than a page of them, and of customers, at once. */
export function orderPages(container: MedusaContainer, start: OrdersPosition, of: OrdersOf): AsyncGenerator<OrdersPage> {
  if (of.kind === "group") return pagesOfGroup(container, start, of.id)
  return pagesOf(container, start, of.kind === "customer" ? [of.id] : null)
}
