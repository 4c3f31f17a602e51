import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { keptPieces, type CountedItem, type OrderClaim } from "./claimed-pieces"

/** What is left of one line of an order. Unit price in major units, as the order shows it. */
export interface HeldItem {
  readonly id: string
  readonly variant_id: string
  readonly unit_price: number
  /** Pieces the buyer keeps: returned, claimed and cancelled ones taken off, those sent in place of claimed ones not. */
  readonly quantity: number
  /** Pieces that were returned, claimed and not replaced, or cancelled. */
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
  /** When it was placed; a rep's draft when it became an order, where that is known. */
  readonly placed_at: string
  readonly changed_at: string
  readonly cancelled: boolean
  readonly items: readonly HeldItem[]
}

const FIELDS = [
  "id",
  "status",
  "version",
  "is_draft_order",
  "customer_id",
  "region_id",
  "currency_code",
  "sales_channel_id",
  "created_at",
  "updated_at",
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

interface Row extends Omit<HeldOrder, "cart_id" | "placed_at" | "changed_at" | "cancelled" | "items"> {
  readonly status: string
  readonly is_draft_order: boolean
  readonly version: number
  readonly created_at: string | Date
  readonly updated_at: string | Date
  readonly items?: readonly ({ id: string; variant_id: string | null; unit_price: unknown; detail: Detail } | null)[] | null
}

/** The items of an order that have an article, as Medusa counts them. */
function countedItems(row: Row): (CountedItem & { readonly unit_price: number })[] {
  return (row.items ?? []).flatMap((item) => {
    if (!item?.variant_id) return []
    const { id, variant_id, detail } = item
    return [
      {
        ...{ id, variant_id, unit_price: Number(detail.unit_price ?? item.unit_price), ordered: Number(detail.quantity) },
        returned: Number(detail.return_received_quantity ?? 0) + Number(detail.return_dismissed_quantity ?? 0),
        written_off: Number(detail.written_off_quantity ?? 0),
      },
    ]
  })
}

interface ClaimRow {
  readonly canceled_at: string | Date | null
  readonly claim_items?: readonly ({ readonly item_id: string; readonly quantity: unknown; readonly is_additional_item: boolean } | null)[] | null
  readonly additional_items?: ClaimRow["claim_items"]
  readonly return?: { readonly items?: readonly ({ item_id: string; quantity: unknown; received_quantity?: unknown; damaged_quantity?: unknown } | null)[] | null } | null
}

const CLAIM_FIELDS = [
  ...["id", "created_at", "canceled_at"],
  ...["claim_items.item_id", "claim_items.quantity", "claim_items.is_additional_item"],
  ...["additional_items.item_id", "additional_items.quantity", "additional_items.is_additional_item"],
  ...["return.items.item_id", "return.items.quantity", "return.items.received_quantity", "return.items.damaged_quantity"],
]

function toClaim(row: ClaimRow): OrderClaim {
  const claimed = (row.claim_items ?? []).flatMap((each) => (each && !each.is_additional_item ? [each] : []))
  const back = (row.return?.items ?? []).flatMap((each) => (each ? [each] : []))
  const ids = [...new Set([...claimed, ...back].map((each) => each.item_id))]
  const total = <Each extends { readonly item_id: string }>(list: readonly Each[], item_id: string, pieces: (each: Each) => number) =>
    list.reduce((sum, each) => (each.item_id === item_id ? sum + pieces(each) : sum), 0)
  return {
    claimed: ids.map((item_id) => ({
      item_id,
      written_off: total(claimed, item_id, (each) => Number(each.quantity)),
      asked_back: total(back, item_id, (each) => Number(each.quantity)),
      received: total(back, item_id, (each) => Number(each.received_quantity ?? 0) + Number(each.damaged_quantity ?? 0)),
    })),
    sent: (row.additional_items ?? []).flatMap((each) => (each?.is_additional_item ? [{ item_id: each.item_id, quantity: Number(each.quantity) }] : [])),
  }
}

/** The claims of an order that were not taken back, oldest first. One that nobody has confirmed yet has no items. */
async function readClaims(container: MedusaContainer, order_id: string): Promise<OrderClaim[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "order_claim", fields: CLAIM_FIELDS, filters: { order_id }, pagination: { order: { created_at: "ASC" } } })
  return (data as unknown as ClaimRow[]).filter((row) => row.canceled_at === null).map(toClaim)
}

function toHeld(row: Row, claims: readonly OrderClaim[], cancelled: boolean): HeldItem[] {
  const items = countedItems(row)
  const kept = keptPieces(items, claims)
  return items.map(({ id, variant_id, unit_price, ordered }) => ({
    ...{ id, variant_id, unit_price },
    ...(cancelled ? { quantity: 0, given_back: ordered } : (kept.get(id) ?? { quantity: ordered, given_back: 0 })),
  }))
}

/**
 * Reads what an order really holds now. Quantities, returns and edited prices stand in the newest version of each line, what was sent
 * for what was claimed in the claims.
 * @param converted_at when it became an order, for one that was a draft: Medusa leaves it the date it was begun on.
 * @returns null where there is no such order, or it is still a draft.
 */
export async function readHeldOrder(container: MedusaContainer, order_id: string, converted_at?: Date): Promise<HeldOrder | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const [orders, links] = await Promise.all([
    query.graph({ entity: "order", fields: FIELDS, filters: { id: order_id } }),
    query.graph({ entity: "order_cart", fields: ["cart_id"], filters: { order_id } }),
  ])
  const order = orders.data[0] as unknown as Row | undefined
  if (!order || order.is_draft_order || order.status === "draft") return null
  const cancelled = order.status === "canceled"
  // Every change that is confirmed makes a new version: an order that has only been placed has no claims.
  const claims = cancelled || Number(order.version) <= 1 ? [] : await readClaims(container, order_id)
  const [link] = links.data as unknown as { cart_id: string }[]
  return {
    id: order.id,
    cart_id: link?.cart_id ?? null,
    customer_id: order.customer_id ?? null,
    region_id: order.region_id ?? null,
    currency_code: order.currency_code,
    sales_channel_id: order.sales_channel_id ?? null,
    // Only what never was a cart can have been a draft.
    placed_at: new Date(link ? order.created_at : (converted_at ?? order.created_at)).toISOString(),
    changed_at: new Date(order.updated_at).toISOString(),
    cancelled,
    items: toHeld(order, claims, cancelled),
  }
}
