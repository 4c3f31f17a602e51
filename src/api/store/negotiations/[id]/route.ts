import { readOwnCase } from "../../../../workflows/case/load-command"
import { buyerRoute } from "../../buyer-route"
import { storeNegotiation } from "../../views"

/** `GET /store/negotiations/:id`: one of the buyer's own cases; a foreign one is as good as missing. */
export const GET = buyerRoute(async ({ req, res, customer_id, locale }) => {
  const { record } = await readOwnCase(req.scope, req.params["id"] ?? "", customer_id)
  res.json({ negotiation: storeNegotiation(record, locale) })
})
