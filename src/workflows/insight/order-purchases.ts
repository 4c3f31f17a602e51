import type { MedusaContainer } from "@medusajs/framework/types"
import type { PurchaseRow } from "../../modules/insight"
import { ensureCompany, resolveCompanies, type NegotiatingCompany } from "../company/resolve-company"

/** What is read of an order, for `query.graph`. Quantity, and a price changed by an order edit, are in `detail`, the line's newest version. */
export const ORDER_FIELDS = [
  "id",
  "customer_id",
  "currency_code",
  "region_id",
  "status",
  "is_draft_order",
  "created_at",
  "items.id",
  "items.variant_id",
  "items.product_id",
  "items.unit_price",
  "items.is_tax_inclusive",
  "items.detail.quantity",
  "items.detail.unit_price",
  "items.tax_lines.rate",
]

/** A line of {@link PlacedOrder}. */
export interface PlacedLine {
  readonly id: string
  readonly variant_id: string | null
  readonly product_id: string | null
  readonly unit_price: number
  readonly is_tax_inclusive: boolean
  readonly detail: { readonly quantity: number; readonly unit_price?: number | null }
  readonly tax_lines?: readonly ({ readonly rate: number } | null)[] | null
}

/** An order as {@link ORDER_FIELDS} gives it. */
export interface PlacedOrder {
  readonly id: string
  readonly customer_id: string | null
  readonly currency_code: string
  readonly region_id: string | null
  readonly status: string
  readonly is_draft_order: boolean
  readonly created_at: string | Date
  readonly items?: readonly (PlacedLine | null)[] | null
}

const MILLIONTHS = 1_000_000

/** Price per piece net of tax, before promotions, to a millionth: the engine's edge rounds it, not the store of facts. */
export function netUnitPrice(line: PlacedLine): number {
  const price = Number(line.detail.unit_price ?? line.unit_price)
  if (!line.is_tax_inclusive) return price
  // The rates of one line add up; that is how Medusa takes them out of an inclusive price.
  const percent = (line.tax_lines ?? []).reduce((sum, tax) => sum + Number(tax?.rate ?? 0), 0)
  return Math.round((price / (1 + percent / 100)) * MILLIONTHS) / MILLIONTHS
}

/** A customer alone is named on the purchase by `customer_id` only, so that what they bought before they had a row counts too. */
async function companyIdOf(container: MedusaContainer, company: NegotiatingCompany): Promise<string | null> {
  if (company.kind === "customer") return null
  return company.id ?? (await ensureCompany(container, company)).id
}

function purchasesOfOrder(order: PlacedOrder, customer_id: string, company_id: string | null): PurchaseRow[] {
  return (order.items ?? []).flatMap((line) => {
    const quantity = Math.round(Number(line?.detail.quantity ?? 0))
    // Lines without a variant can't be asked about again; a line edited down to nothing was not bought.
    if (!line?.variant_id || quantity < 1) return []
    return [
      {
        order_id: order.id,
        order_line_item_id: line.id,
        company_id,
        customer_id,
        variant_id: line.variant_id,
        product_id: line.product_id,
        currency_code: order.currency_code,
        region_id: order.region_id,
        unit_price: netUnitPrice(line),
        quantity,
        ordered_at: new Date(order.created_at),
        cancelled: order.status === "canceled",
      },
    ]
  })
}

/** The purchases some orders are worth. Drafts, and orders of nobody or of a deleted customer, are worth none. */
export async function purchasesOfOrders(container: MedusaContainer, orders: readonly PlacedOrder[]): Promise<PurchaseRow[]> {
  const placed = orders.filter((order) => !order.is_draft_order && order.status !== "draft")
  const companies = await resolveCompanies(container, placed.flatMap((order) => order.customer_id ?? []))
  const idsByCustomer = new Map<string, string | null>()
  for (const company of companies) idsByCustomer.set(company.customer_id, await companyIdOf(container, company))
  return placed.flatMap((order) => {
    const { customer_id } = order
    const company_id = customer_id === null ? undefined : idsByCustomer.get(customer_id)
    return customer_id === null || company_id === undefined ? [] : purchasesOfOrder(order, customer_id, company_id)
  })
}
