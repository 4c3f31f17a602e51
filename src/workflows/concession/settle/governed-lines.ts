import type { MedusaContainer } from "@medusajs/framework/types"
import type { AgreementLineView } from "../../../modules/negotiation/agreement-types"
import { gatherOwnPrices, type OwnPrices } from "../../cart-price/own-prices"
import { unitPriceAt } from "../../cart-price/resolve-prices"
import { companiesOf } from "../../company/buyers-companies"
import { resolveCompany } from "../../company/resolve-company"
import type { PricedCart, PricedItem } from "./priced-cart"
import { negotiationService } from "../../negotiation-service"

/** A cart's line whose price rests on a live agreement. */
export interface GovernedLine {
  readonly item: PricedItem
  readonly agreed: AgreementLineView
  /** What a piece costs the buyer at this quantity without the agreement; null where it has no price of its own. */
  readonly own_unit_price: number | null
  /** What one piece costs by the catalogue. */
  readonly list_unit_price: number | null
}

/** What pieces cost the cart's buyer without any agreement. */
export async function buyersPrices(container: MedusaContainer, cart: PricedCart, variant_ids: readonly string[]): Promise<ReadonlyMap<string, OwnPrices>> {
  if (cart.customer_id === null || cart.region_id === null) return new Map()
  const company = await resolveCompany(container, cart.customer_id)
  return gatherOwnPrices(container, {
    variant_ids: [...variant_ids],
    region_id: cart.region_id,
    currency_code: cart.currency_code,
    customer_id: cart.customer_id,
    customer_group_ids: company.customer.group_ids,
    sales_channel_id: cart.sales_channel_id,
    company_price_list_id: company.price_list_id,
  })
}

/**
 * The lines of a cart that show an agreed price and would be dearer without it: where a merchant's promotions may do only
 * what the agreement says. A line the buyer would get as cheap anyway is nobody's business.
 */
export async function governedLines(container: MedusaContainer, cart: PricedCart): Promise<GovernedLine[]> {
  const variant_ids = [...new Set(cart.items.flatMap((item) => (item.variant_id === null || item.is_custom_price ? [] : [item.variant_id])))]
  if (cart.customer_id === null || cart.region_id === null || variant_ids.length === 0) return []
  const { bought_for } = await companiesOf(container, cart.customer_id)
  if (bought_for.length === 0) return []
  const where = { region_id: cart.region_id, currency_code: cart.currency_code }
  const lines = await negotiationService(container).liveAgreementLines({ company_ids: bought_for, variant_ids, ...where })
  const theirs = lines.filter((line) => line.shared || line.customer_id === cart.customer_id)
  if (theirs.length === 0) return []
  const own = await buyersPrices(container, cart, [...new Set(theirs.map((line) => line.variant_id))])
  return cart.items.flatMap((item) => {
    const agreed = theirs.find(
      (line) => line.variant_id === item.variant_id && line.unit_price === item.unit_price && item.quantity >= line.min_quantity
    )
    if (!agreed || item.is_custom_price) return []
    const prices = own.get(agreed.variant_id)
    const own_unit_price = prices ? unitPriceAt(prices.tiers, item.quantity) : null
    if (own_unit_price !== null && own_unit_price <= item.unit_price) return []
    return [{ item, agreed, own_unit_price, list_unit_price: prices?.list_unit_price ?? null }]
  })
}
