import { applyAgreementSchema } from "../../../../../contract"
import { applyAgreement } from "../../../../../workflows/case/apply-agreement"
import { notFound, parse } from "../../../../errors"
import { negotiationService } from "../../../../../workflows/negotiation-service"
import { buyerRoute, salesChannelOf } from "../../../buyer-route"
import { storeAgreement } from "../../../../agreement-view"
import { answerOnce } from "../../../idempotency"

/**
 * `POST /store/agreements/:id/apply`: brings the agreed quantities and prices into a cart of the buyer's, or into a new one. Sent
 * again with its `Idempotency-Key` it makes no second cart.
 */
export const POST = buyerRoute(async (request) => {
  const { req, customer_id } = request
  const body = parse(applyAgreementSchema, req.body ?? {})
  const id = req.params["id"] ?? ""
  const where = { cart_id: body.cart_id ?? null, sales_channel_id: salesChannelOf(req) }
  const act = async () => {
    const cart_id = await applyAgreement(req.scope, { agreement_id: id, customer_id, ...where })
    const agreement = await negotiationService(req.scope).readAgreement(id)
    if (!agreement) throw notFound()
    return { agreement: storeAgreement(agreement), cart_id }
  }
  await answerOnce(request, req.body ?? {}, act, 200)
})
