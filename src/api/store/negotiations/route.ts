import { NEGOTIATION_STATUSES, storeListQuerySchema } from "../../../contract"
import { negotiationService } from "../../../workflows/case/facts/negotiation-service"
import { parse } from "../../errors"
import { buyerRoute } from "../buyer-route"
import { statusesOf } from "../../statuses-of"
import { storeNegotiation } from "../views"

/** Drafts are the seller's own. */
const VISIBLE = NEGOTIATION_STATUSES.filter((status) => status !== "draft")

/** `GET /store/negotiations`: the buyer's own cases, newest first. */
export const GET = buyerRoute(async ({ req, res, customer_id, locale }) => {
  const { status, limit, offset } = parse(storeListQuerySchema, req.query)
  const statuses = statusesOf(status, VISIBLE)
  const { records, count } = await negotiationService(req.scope).listCases({ customer_id, statuses, limit, offset })
  res.json({ negotiations: records.map((record) => storeNegotiation(record, locale)), count, offset, limit })
})
