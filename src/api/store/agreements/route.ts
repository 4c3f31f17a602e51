import { AGREEMENT_STATUSES, storeListQuerySchema } from "../../../contract"
import { negotiationService } from "../../../workflows/negotiation-service"
import { companiesOf } from "../../../workflows/company/buyers-companies"
import { parse } from "../../errors"
import { buyerRoute } from "../buyer-route"
import { statusesOf } from "../../statuses-of"
import { storeAgreement } from "../../agreement-view"

/** `GET /store/agreements`: what the buyer may use of what the companies they buy for have agreed, newest first. */
export const GET = buyerRoute(async ({ req, res, customer_id }) => {
  const { status, limit, offset } = parse(storeListQuerySchema, req.query)
  const statuses = statusesOf(status, AGREEMENT_STATUSES)
  const { bought_for: company_ids } = await companiesOf(req.scope, customer_id)
  const { records, count } = await negotiationService(req.scope).listAgreementRecords({ company_ids, customer_id, statuses, limit, offset })
  res.json({ agreements: records.map(storeAgreement), count, offset, limit })
})
