import type { MedusaContainer } from "@medusajs/framework/types"
import { NEGOTIATION_MODULE, type NegotiationModuleService } from "../../modules/negotiation"
import { gatherOwnPrices } from "../cart-price/own-prices"
import { unitPriceAt } from "../cart-price/resolve-prices"
import { resolveCompany } from "../company/resolve-company"
import { checkLines, type CompletionCheck } from "./check-lines"
import type { AgreementCart } from "./plan-cart"

const NOTHING: CompletionCheck = { uses: [], problems: [] }

/** Reads what {@link checkLines} needs. A cart whose company never agreed on anything in it costs two queries. */
export async function checkCompletion(container: MedusaContainer, cart: AgreementCart): Promise<CompletionCheck> {
  const variant_ids = [...new Set(cart.items.flatMap((item) => (item.variant_id === null ? [] : [item.variant_id])))]
  if (cart.customer_id === null || cart.region_id === null || variant_ids.length === 0) return NOTHING
  const company = await resolveCompany(container, cart.customer_id)
  if (company.id === null) return NOTHING
  const agreed = await container
    .resolve<NegotiationModuleService>(NEGOTIATION_MODULE)
    .agreementsOfVariants(company.id, variant_ids)
  if (agreed.length === 0) return NOTHING
  const own = await gatherOwnPrices(container, {
    variant_ids,
    region_id: cart.region_id,
    currency_code: cart.currency_code,
    customer_id: cart.customer_id,
    customer_group_ids: company.customer.group_ids,
    sales_channel_id: cart.sales_channel_id,
    company_price_list_id: company.price_list_id,
  })
  return checkLines(cart, agreed, (variant_id, quantity) => unitPriceAt(own.get(variant_id)?.tiers ?? [], quantity))
}
