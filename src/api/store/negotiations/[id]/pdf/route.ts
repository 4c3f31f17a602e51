import { negotiationPdf } from "../../../../../documents/negotiation-pdf"
import { readOwnCase } from "../../../../../workflows/case/load-command"
import { paymentTermOf } from "../../../../../workflows/concession/payment-terms"
import { buyerRoute } from "../../../buyer-route"
import { storeNegotiation } from "../../../views"

/** `GET /store/negotiations/:id/pdf`: the offer that stands, or what was agreed, on paper, in the language of `Accept-Language`. */
export const GET = buyerRoute(async ({ req, res, customer_id, locale }) => {
  const { record } = await readOwnCase(req.scope, req.params["id"] ?? "", customer_id)
  const { company_name, display_id } = record.negotiation
  const pdf = negotiationPdf(storeNegotiation(record, locale), company_name, locale, (term) => paymentTermOf(req.scope, term)?.days ?? null)
  res.setHeader("Content-Type", "application/pdf")
  res.setHeader("Content-Disposition", `inline; filename="negotiation-${display_id}.pdf"`)
  res.setHeader("X-Content-Type-Options", "nosniff")
  res.send(pdf)
})
