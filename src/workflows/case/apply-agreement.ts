import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { ContractError, isContractError } from "../../contract"
import { applyAgreementToCartWorkflow } from "../agreement/apply-agreement-to-cart"
import { mayUse } from "../agreement/plan-cart"
import { resolveCompany } from "../company/resolve-company"
import { negotiationService } from "./facts/negotiation-service"
import { readCart } from "./facts/read-cart"

/** Which agreement a buyer brings into which cart. */
export interface ApplyAgreementCommand {
  readonly agreement_id: string
  readonly cart_id: string
  readonly customer_id: string
}

/**
 * Brings an agreement of the buyer's company into a cart of the buyer's: at least the agreed quantities, at the agreed
 * prices. Whatever fails leaves the cart as it was.
 * @throws ContractError `not_found` (also for what is somebody else's), `cart_completed`, `agreement_not_applicable`
 */
export async function applyAgreement(container: MedusaContainer, command: ApplyAgreementCommand): Promise<void> {
  const [agreement, cart, company] = await Promise.all([
    negotiationService(container).readAgreement(command.agreement_id),
    readCart(container, command.cart_id),
    resolveCompany(container, command.customer_id),
  ])
  const buyer = { customer_id: command.customer_id, company_id: company.id }
  const own = agreement && cart && mayUse(agreement, buyer) && cart.customer_id === command.customer_id
  if (!own) throw new ContractError("not_found", "Not found")
  if (cart.completed_at) throw new ContractError("cart_completed", "This cart has been ordered already")
  const live = agreement.status === "active" && new Date(agreement.valid_until) > new Date()
  if (!live || agreement.region_id !== cart.region_id || agreement.currency_code !== cart.currency_code) {
    throw new ContractError("agreement_not_applicable", "This agreement does not apply to this cart", {
      status: agreement.status,
      region_id: agreement.region_id,
      currency_code: agreement.currency_code,
    })
  }
  const { errors } = await applyAgreementToCartWorkflow(container).run({ input: { ...command, exact: false }, throwOnError: false })
  const error: unknown = errors?.[0]?.error
  if (!error) return
  if (isContractError(error)) throw error
  if (error instanceof MedusaError) throw new ContractError("agreement_not_applicable", error.message)
  throw error
}
