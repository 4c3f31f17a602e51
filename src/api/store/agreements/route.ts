import { AGREEMENT_STATUSES, storeListQuerySchema } from "../../../contract"
import { negotiationService } from "../../../workflows/case/facts/negotiation-service"
import { resolveCompany } from "../../../workflows/company/resolve-company"
import { parse } from "../../errors"
import { buyerRoute } from "../buyer-route"
import { statusesOf } from "../../statuses-of"
import { storeAgreement } from "../../agreement-view"

/** `GET /store/agreements`: what the buyer may use of what their company has agreed, newest first. */
export const GET = buyerRoute(async ({ req, res, customer_id }) => {
  const { status, limit, offset } = parse(storeListQuerySchema, req.query)
  const statuses = statusesOf(status, AGREEMENT_STATUSES)
  const company = await resolveCompany(req.scope, customer_id)
  const { records, count } = company.id
    ? await negotiationService(req.scope).listAgreementRecords({ company_id: company.id, customer_id, statuses, limit, offset })
    : { records: [], count: 0 }
  res.json({ agreements: records.map(storeAgreement), count, offset, limit })
})
