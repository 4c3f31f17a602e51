import { NEGOTIATION_STATUSES, storeListQuerySchema } from "../../../contract"
import { negotiationService } from "../../../workflows/negotiation-service"
import { resolveCompany } from "../../../workflows/company/resolve-company"
import { parse } from "../../errors"
import { buyerRoute } from "../buyer-route"
import { statusesOf } from "../../statuses-of"
import { storeNegotiation } from "../views"

/** Drafts are the seller's own. */
const VISIBLE = NEGOTIATION_STATUSES.filter((status) => status !== "draft")

/** `GET /store/negotiations`: the buyer's own cases with the company they buy for, newest first. */
export const GET = buyerRoute(async ({ req, res, customer_id, locale }) => {
  const { status, limit, offset } = parse(storeListQuerySchema, req.query)
  const statuses = statusesOf(status, VISIBLE)
  const company = await resolveCompany(req.scope, customer_id)
  const { records, count } = company.id
    ? await negotiationService(req.scope).listCases({ customer_id, company_id: company.id, statuses, limit, offset })
    : { records: [], count: 0 }
  res.json({ negotiations: records.map((record) => storeNegotiation(record, locale)), count, offset, limit })
})
