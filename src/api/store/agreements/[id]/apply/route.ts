import { applyAgreementSchema } from "../../../../../contract"
import { applyAgreement } from "../../../../../workflows/case/apply-agreement"
import { notFound, parse } from "../../../../errors"
import { negotiationService } from "../../../../../workflows/case/facts/negotiation-service"
import { buyerRoute } from "../../../buyer-route"
import { storeAgreement } from "../../../../agreement-view"

/** `POST /store/agreements/:id/apply`: brings the agreed quantities and prices into a cart of the buyer's. */
export const POST = buyerRoute(async ({ req, res, customer_id }) => {
  const { cart_id } = parse(applyAgreementSchema, req.body ?? {})
  const id = req.params["id"] ?? ""
  await applyAgreement(req.scope, { agreement_id: id, cart_id, customer_id })
  const agreement = await negotiationService(req.scope).readAgreement(id)
  if (!agreement) throw notFound()
  res.json({ agreement: storeAgreement(agreement), cart_id })
})
