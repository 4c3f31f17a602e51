import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ContractError } from "../../../contract"
import { companiesOf } from "../../company/buyers-companies"
import { checkApplicable, checkPrices, mayUse, planCart, requireReplaced } from "../plan-cart"
import { readAgreementCart } from "../read-cart"
import { negotiationService } from "../../negotiation-service"

/** An agreement to bring into a cart. */
export interface ApplyAgreementInput {
  readonly agreement_id: string
  readonly cart_id: string
  /** Who asks: the cart must be theirs, the agreement of a company they buy for. */
  readonly customer_id: string
  /** True: exactly the agreed quantity (an accepted offer); else at least that much. */
  readonly exact?: boolean
  /** True while an offer is being accepted: what a substitute stands in for has to be in the cart. */
  readonly accepting?: boolean
  /** How the cart will be paid from now on; null or left out: as before. */
  readonly payment_term?: string | null
}

const notFound = () => new ContractError("not_found", "Not found")

/**
 * Step: checks that this agreement may be brought into this cart and says what to change. It notes whose prices the cart may
 * carry from now on; the note claims nothing, so nothing takes it back.
 * @throws ContractError `not_found` for a foreign or missing cart or agreement, `currency_mismatch`, `agreement_not_applicable`, `cart_completed`.
 */
export const planCartChangesStep = createStep("negotiation-plan-cart-changes", async (input: ApplyAgreementInput, { container }) => {
  const service = negotiationService(container)
  const [cart, lines, companies] = await Promise.all([
    readAgreementCart(container, input.cart_id),
    service.linesOfAgreements([input.agreement_id]),
    companiesOf(container, input.customer_id),
  ])
  if (!cart || cart.customer_id !== input.customer_id) throw notFound()
  const [first] = lines
  if (!first || !mayUse(first, { customer_id: input.customer_id, company_ids: companies.bought_for })) throw notFound()
  checkApplicable(cart, lines)
  await service.noteCart({ cart_id: cart.id, company_ids: [first.company_id], customer_id: input.customer_id })
  const negotiated = await service.listNegotiationLines(
    { id: lines.map((line) => line.line_id).filter((id) => id !== null) },
    { select: ["id", "line_item_id", "variant_id"], take: null }
  )
  const asked = Object.fromEntries(negotiated.map(({ id, line_item_id, variant_id }) => [id, { line_item_id, variant_id }]))
  if (input.accepting) requireReplaced(cart, lines, asked)
  const plan = planCart(cart, lines, asked, input)
  return new StepResponse({ ...plan, sales_channel_id: cart.sales_channel_id, company_id: first.company_id })
})

/** Step: the recalculated cart must give what was agreed; see {@link checkPrices} for what it throws. */
export const verifyAgreedPricesStep = createStep(
  "negotiation-verify-agreed-prices",
  async (input: { agreement_id: string; cart_id: string }, { container }) => {
    const service = negotiationService(container)
    const [cart, lines] = await Promise.all([
      readAgreementCart(container, input.cart_id),
      service.linesOfAgreements([input.agreement_id]),
    ])
    if (!cart) throw notFound()
    checkPrices(cart, lines)
    return new StepResponse({ cart_id: cart.id })
  }
)
