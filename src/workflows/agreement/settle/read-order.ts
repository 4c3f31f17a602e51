import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** What is left of one line of an order. Unit price in major units, as the order shows it. */
export interface HeldItem {
  readonly id: string
  readonly variant_id: string
  readonly unit_price: number
  /** Pieces the buyer keeps: returned, written off and cancelled ones taken off. */
  readonly quantity: number
  /** Pieces that were returned, written off or cancelled. */
  readonly given_back: number
}

/** An order as it is now, as far as agreements care. */
export interface HeldOrder {
  readonly id: string
  readonly cart_id: string | null
  readonly customer_id: string | null
  readonly region_id: string | null
  readonly currency_code: string
  readonly sales_channel_id: string | null
  readonly placed_at: string
  readonly cancelled: boolean
  readonly items: readonly HeldItem[]
}

const FIELDS = [
  "id",
  "status",
  "is_draft_order",
  "customer_id",
  "region_id",
  "currency_code",
  "sales_channel_id",
  "created_at",
  "items.id",
  "items.variant_id",
  "items.unit_price",
  "items.detail.quantity",
  "items.detail.unit_price",
  "items.detail.return_received_quantity",
  "items.detail.return_dismissed_quantity",
  "items.detail.written_off_quantity",
]

interface Detail {
  readonly quantity: unknown
  readonly unit_price?: unknown
  readonly return_received_quantity?: unknown
  readonly return_dismissed_quantity?: unknown
  readonly written_off_quantity?: unknown
}

interface Row extends Omit<HeldOrder, "cart_id" | "placed_at" | "cancelled" | "items"> {
  readonly status: string
  readonly is_draft_order: boolean
  readonly created_at: string | Date
  readonly items?: readonly ({ id: string; variant_id: string | null; unit_price: unknown; detail: Detail } | null)[] | null
}

function held(item: NonNullable<NonNullable<Row["items"]>[number]>, cancelled: boolean): HeldItem[] {
  const { id, variant_id, detail } = item
  if (!variant_id) return []
  const ordered = Number(detail.quantity)
  const returned = Number(detail.return_received_quantity ?? 0) + Number(detail.return_dismissed_quantity ?? 0)
  // What comes back damaged is written off besides, and so is what a claim sends back: never both off.
  const given_back = cancelled ? ordered : Math.min(ordered, Math.max(returned, Number(detail.written_off_quantity ?? 0)))
  return [{ id, variant_id, unit_price: Number(detail.unit_price ?? item.unit_price), quantity: ordered - given_back, given_back }]
}

/**
 * Reads what an order really holds now. Quantities, returns and edited prices stand in the newest version of each line.
 * @returns null where there is no such order, or it is still a draft.
 */
export async function readHeldOrder(container: MedusaContainer, order_id: string): Promise<HeldOrder | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const [orders, links] = await Promise.all([
    query.graph({ entity: "order", fields: FIELDS, filters: { id: order_id } }),
    query.graph({ entity: "order_cart", fields: ["cart_id"], filters: { order_id } }),
  ])
  const order = orders.data[0] as unknown as Row | undefined
  if (!order || order.is_draft_order || order.status === "draft") return null
  const cancelled = order.status === "canceled"
  const [link] = links.data as unknown as { cart_id: string }[]
  return {
    id: order.id,
    cart_id: link?.cart_id ?? null,
    customer_id: order.customer_id ?? null,
    region_id: order.region_id ?? null,
    currency_code: order.currency_code,
    sales_channel_id: order.sales_channel_id ?? null,
    placed_at: new Date(order.created_at).toISOString(),
    cancelled,
    items: (order.items ?? []).flatMap((item) => (item ? held(item, cancelled) : [])),
  }
}
