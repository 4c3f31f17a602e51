import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { ReturnWorkflow } from "@medusajs/framework/workflows-sdk"
import { ContractError, isContractError } from "../../contract"
import type { AgreementRecord } from "../../modules/negotiation/case-records"
import { applyAgreementToCartWorkflow } from "../agreement/apply-agreement-to-cart"
import { orderAgainWorkflow } from "../agreement/order-again"
import { mayUse, otherCurrency } from "../agreement/plan-cart"
import { requireMayAccept, requireWithinLimit } from "../company/buyer-rights"
import { companiesOf } from "../company/buyers-companies"
import { resolveCompany, type NegotiatingCompany } from "../company/resolve-company"
import { totalOf } from "./decide/totals"
import { negotiationService } from "../negotiation-service"
import { readCart, type CartSnapshot } from "./facts/read-cart"

/** Which agreement a buyer brings into which cart. */
export interface ApplyAgreementCommand {
  readonly agreement_id: string
  /** Null for a new cart of the buyer's, in the agreement's region: ordering again. */
  readonly cart_id: string | null
  /** Sales channel of a new cart; null for the store's own. */
  readonly sales_channel_id: string | null
  readonly customer_id: string
}

/** Runs a workflow; what the store says against it is that the agreement does not apply. */
async function run<Input, Output>(container: MedusaContainer, workflow: ReturnWorkflow<Input, Output, []>, input: Input): Promise<Output> {
  const { result, errors } = await workflow(container).run({ input: input as never, throwOnError: false })
  const error: unknown = errors?.[0]?.error
  if (!error) return result as Output
  if (isContractError(error)) throw error
  if (error instanceof MedusaError) throw new ContractError("agreement_not_applicable", error.message)
  throw error
}

function requireApplicable(agreement: AgreementRecord, place: { readonly region_id: string | null; readonly currency_code: string }): void {
  const { id: agreement_id, status, region_id, currency_code } = agreement
  const live = status === "active" && new Date(agreement.valid_until) > new Date()
  if (live && currency_code !== place.currency_code) throw otherCurrency(agreement, place.currency_code)
  if (live && region_id === place.region_id) return
  throw new ContractError("agreement_not_applicable", "This agreement does not apply to this cart", {
    agreement_id,
    why: live ? "region" : "ended",
    ...{ status, region_id, currency_code },
  })
}

/** What the agreement comes to in the cart: what is in it already counts where it is more. */
function requireAffordable(company: NegotiatingCompany, agreement: AgreementRecord, cart: CartSnapshot | null): void {
  const lines = agreement.lines.filter((line) => line.valid_until === null)
  const quantityOf = (variant_id: string) => Math.max(0, ...(cart?.items ?? []).flatMap((item) => (item.variant_id === variant_id ? Number(item.quantity) : [])))
  const needed = totalOf(
    lines.map((line) => ({ unit_price: Number(line.unit_price), quantity: Math.max(line.min_quantity, quantityOf(line.variant_id)) }))
  )
  requireWithinLimit(company, { currency_code: agreement.currency_code, needed })
}

/**
 * Brings an agreement of a company the buyer buys for into a cart of the buyer's, or into a new one: at least the agreed quantities,
 * at the agreed prices. Whatever fails leaves the cart as it was.
 *
 * @returns the cart's id.
 * @throws ContractError `not_found` (also for what is somebody else's), `cart_completed`, `currency_mismatch`, `agreement_not_applicable`,
 * `not_permitted`, `spending_limit`
 */
export async function applyAgreement(container: MedusaContainer, command: ApplyAgreementCommand): Promise<string> {
  const { agreement_id, cart_id, customer_id } = command
  const [agreement, cart, company] = await Promise.all([
    negotiationService(container).readAgreement(agreement_id),
    cart_id === null ? null : readCart(container, cart_id),
    resolveCompany(container, customer_id),
  ])
  const companies = await companiesOf(container, customer_id, company)
  const own = agreement && mayUse(agreement, { customer_id, company_ids: companies.bought_for }) && (cart_id === null || cart?.customer_id === customer_id)
  if (!own) throw new ContractError("not_found", "Not found")
  if (cart?.completed_at) throw new ContractError("cart_completed", "This cart has been ordered already")
  requireMayAccept(company)
  requireApplicable(agreement, cart ?? agreement)
  requireAffordable(company, agreement, cart)
  if (cart_id !== null) {
    await run(container, applyAgreementToCartWorkflow, { agreement_id, cart_id, customer_id, exact: false })
    return cart_id
  }
  return (await run(container, orderAgainWorkflow, { agreement_id, customer_id, sales_channel_id: command.sales_channel_id })).cart_id
}
