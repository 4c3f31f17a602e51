import type { MedusaContainer } from "@medusajs/framework/types"
import type { SettledOrder } from "../../../modules/negotiation/agreement-types"
import { gatherOwnPrices } from "../../cart-price/own-prices"
import { unitPriceAt } from "../../cart-price/resolve-prices"
import { companiesOf } from "../../company/buyers-companies"
import { resolveCompanies } from "../../company/resolve-company"
import { attributeOrder, linesAtPrice } from "./attribute-order"
import type { HeldOrder } from "./read-order"
import { negotiationService } from "../../negotiation-service"

/**
 * Which agreements an order rests on, and towards which promises it counts: the claims of its cart, what was counted before, what is
 * conceded in it, and prices nobody checked, found by the companies whose prices reach the customer, the customer's own
 * agreements and the companies noted for the cart. An order of people without agreements costs seven small queries.
 */
export async function gatherOrder(container: MedusaContainer, order: HeldOrder): Promise<SettledOrder> {
  const service = negotiationService(container)
  const variant_ids = [...new Set(order.items.map((item) => item.variant_id))]
  const { customer_id, cart_id, region_id, currency_code } = order
  const [uses, conceded, [company]] = await Promise.all([
    service.usesOfOrder({ order_id: order.id, cart_id }),
    service.concessionsInOrder(order.id),
    resolveCompanies(container, customer_id === null ? [] : [customer_id]),
  ])
  const companies = await companiesOf(container, customer_id, company)
  const found = await service.linesBehind({ company_ids: companies.reaching, customer_id, cart_id, variant_ids })
  const counted = await service.linesOfAgreements(uses.map((use) => use.agreement_id))
  const agreed = [...counted, ...found.filter((line) => !counted.some((each) => each.id === line.id))]
  const heard = agreed.length === 0 ? [] : await service.heardItems(order.id)
  const known = { uses, heard, conceded, agreed }
  if (!order.items.some((item) => linesAtPrice(order, item, agreed).length > 0)) return attributeOrder(order, companies.bought_for, known, () => null)
  const own =
    region_id === null
      ? new Map<string, never>()
      : await gatherOwnPrices(container, {
          variant_ids,
          region_id,
          currency_code,
          customer_id: customer_id ?? "",
          customer_group_ids: company?.customer.group_ids ?? [],
          sales_channel_id: order.sales_channel_id,
          company_price_list_id: company?.price_list_id ?? null,
        })
  return attributeOrder(order, companies.bought_for, known, (variant_id, quantity) => unitPriceAt(own.get(variant_id)?.tiers ?? [], quantity))
}
