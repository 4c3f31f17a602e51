import { negotiationService } from "../../../../workflows/case/facts/negotiation-service"
import { notFound } from "../../../errors"
import { buyerRoute } from "../../buyer-route"
import { storeNegotiation } from "../../views"

/** `GET /store/negotiations/:id`: one of the buyer's own cases; a foreign one is as good as missing. */
export const GET = buyerRoute(async ({ req, res, customer_id, locale }) => {
  const record = await negotiationService(req.scope).readCase(req.params["id"] ?? "", customer_id)
  if (!record || record.negotiation.status === "draft") throw notFound()
  res.json({ negotiation: storeNegotiation(record, locale) })
})
