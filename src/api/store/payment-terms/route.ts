import { choosePaymentTermSchema, paymentTermsQuerySchema } from "../../../contract"
import { choosePaymentTerm, readPaymentTerms } from "../../../workflows/concession/payment-terms"
import { parse } from "../../errors"
import { buyerRoute } from "../buyer-route"
import { answerOnce } from "../idempotency"

/** `GET /store/payment-terms?cart_id=`: the ways to pay that were agreed on for this cart, and the chosen one. */
export const GET = buyerRoute(async ({ req, res, customer_id }) => {
  const { cart_id } = parse(paymentTermsQuerySchema, req.query)
  res.json(await readPaymentTerms(req.scope, { cart_id, customer_id }))
})

/** `POST /store/payment-terms`: how the buyer means to pay for this cart. Its discounts and its total follow at once. */
export const POST = buyerRoute(async (request) => {
  const { req, customer_id } = request
  const body = parse(choosePaymentTermSchema, req.body ?? {})
  await answerOnce(request, req.body ?? {}, () => choosePaymentTerm(req.scope, customer_id, body), 200)
})
