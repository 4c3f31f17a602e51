import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, PromotionActions } from "@medusajs/framework/utils"
import { updateCartPromotionsWorkflow } from "@medusajs/medusa/core-flows"
import { ContractError, type ChoosePaymentTermBody, type PaymentTermsAnswer } from "../../contract"
import type { PaymentTerm } from "../../modules/negotiation/options"
import { readStanding, wantedConcessions, type BuyerStanding } from "./buyer-standing"
import { isOwnCode } from "./codes"
import { restoreLinks } from "./restore-concessions"
import { settlePromotions } from "./settle/settle-promotions"
import { negotiationService } from "../negotiation-service"

interface Where {
  readonly cart_id: string
  readonly customer_id: string
}

const service = (container: MedusaContainer) => negotiationService(container)

/** The way to pay of this id, as the store is set up; undefined where it knows none. */
export function paymentTermOf(container: MedusaContainer, id: string): PaymentTerm | undefined {
  return service(container).options.paymentTerms?.find((term) => term.id === id)
}

/** @throws ContractError `not_found` for a cart that is not the customer's, as for one that does not exist */
async function standingOf(container: MedusaContainer, where: Where): Promise<BuyerStanding> {
  const standing = await readStanding(container, where)
  if (standing.owner_id !== where.customer_id) throw new ContractError("not_found", "Not found")
  return standing
}

function answerOf(container: MedusaContainer, cart_id: string, standing: BuyerStanding): PaymentTermsAnswer {
  const ids = [...new Set(standing.concessions.flatMap(({ payment_term }) => payment_term ?? []))]
  const terms = ids.flatMap((id) => paymentTermOf(container, id) ?? [])
  return {
    cart_id,
    payment_terms: terms.map(({ id, days, provider_ids }) => ({ id, days, provider_ids: [...provider_ids] })),
    payment_term: terms.some((term) => term.id === standing.payment_term) ? standing.payment_term : null,
  }
}

/**
 * The ways to pay that this buyer's live concessions name for this cart, and the one they chose. Where nothing was agreed
 * on ways to pay, the list is empty and every way the store offers is as good as another.
 * @throws ContractError `not_found`
 */
export async function readPaymentTerms(container: MedusaContainer, where: Where): Promise<PaymentTermsAnswer> {
  return answerOf(container, where.cart_id, await standingOf(container, where))
}

async function isOrdered(container: MedusaContainer, cart_id: string): Promise<boolean> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "cart", fields: ["completed_at"], filters: { id: cart_id } })
  return Boolean(data[0]?.completed_at)
}

/** Brings a cart's promotions to what its buyer's standing says now, with everything that follows from it. */
async function weighAnew(container: MedusaContainer, where: Where): Promise<void> {
  const standing = await standingOf(container, where)
  await restoreLinks(container, where.cart_id, standing)
  const merchants = standing.linked.map((promotion) => promotion.code).filter((code) => !isOwnCode(code))
  const promo_codes = [...merchants, ...wantedConcessions(standing).map((concession) => concession.code)]
  await updateCartPromotionsWorkflow(container).run({
    input: { cart_id: where.cart_id, promo_codes, action: PromotionActions.REPLACE, force_refresh_payment_collection: true },
  })
  await settlePromotions(container, where.cart_id)
}

/**
 * The buyer says how they mean to pay; what was conceded for that comes into the cart, what was conceded for another way
 * leaves it. Whether they pay so is checked when the cart completes.
 * @throws ContractError `not_found`; `cart_completed`; `invalid_data` for a term that was not agreed on for this cart
 */
export async function choosePaymentTerm(container: MedusaContainer, customer_id: string, body: ChoosePaymentTermBody): Promise<PaymentTermsAnswer> {
  const { cart_id, payment_term } = body
  const where = { cart_id, customer_id }
  const standing = await standingOf(container, where)
  const offered = answerOf(container, cart_id, standing)
  if (await isOrdered(container, cart_id)) throw new ContractError("cart_completed", "This cart has been ordered already")
  if (payment_term !== null && !offered.payment_terms.some((term) => term.id === payment_term)) {
    throw new ContractError("invalid_data", "This way to pay was not agreed on for this cart", { payment_term })
  }
  // Said for the company that it was agreed for: a buyer may have several. That nothing is chosen is said for all of them.
  const company_id = standing.concessions.find((each) => each.payment_term === payment_term)?.company_id ?? ""
  await service(container).choosePaymentTerm({ cart_id, company_id, customer_id, payment_term })
  await weighAnew(container, where)
  return readPaymentTerms(container, where)
}
