import type { MedusaContainer } from "@medusajs/framework/types"
import { gatherOwnPrices } from "../cart-price/own-prices"
import { unitPriceAt } from "../cart-price/resolve-prices"
import { companiesOf } from "../company/buyers-companies"
import { resolveCompanies } from "../company/resolve-company"
import { checkLines, type CompletionCheck } from "./check-lines"
import type { AgreementCart } from "./plan-cart"
import { negotiationService } from "../negotiation-service"

const NOTHING: CompletionCheck = { uses: [], problems: [] }

/**
 * Reads what {@link checkLines} needs: agreements of all companies whose prices reach the buyer, though the store's own
 * module may say that they don't buy for them; those the buyer made; and those of companies whose prices reached the cart before
 * (its buyer left, or it was handed on). A guest's cart costs two queries, a customer's five where nobody around them ever agreed
 * on anything in it.
 */
export async function checkCompletion(container: MedusaContainer, cart: AgreementCart): Promise<CompletionCheck> {
  const variant_ids = [...new Set(cart.items.flatMap((item) => (item.variant_id === null ? [] : [item.variant_id])))]
  const { id: cart_id, customer_id, region_id } = cart
  if (region_id === null || variant_ids.length === 0) return NOTHING
  const conceded = await negotiationService(container).concessionsInCart(cart_id)
  const [company] = customer_id === null ? [] : await resolveCompanies(container, [customer_id])
  const companies = await companiesOf(container, customer_id, company)
  const service = negotiationService(container)
  const agreed = await service.linesBehind({ company_ids: companies.reaching, customer_id, cart_id, variant_ids })
  if (agreed.length === 0 && conceded.length === 0) return NOTHING
  const own = await gatherOwnPrices(container, {
    variant_ids,
    region_id,
    currency_code: cart.currency_code,
    customer_id: customer_id ?? "",
    customer_group_ids: company?.customer.group_ids ?? [],
    sales_channel_id: cart.sales_channel_id,
    company_price_list_id: company?.price_list_id ?? null,
  })
  const ownPrice = (variant_id: string, quantity: number) => unitPriceAt(own.get(variant_id)?.tiers ?? [], quantity)
  return checkLines(cart, { company_ids: companies.bought_for, customer_id }, agreed, ownPrice, conceded)
}
