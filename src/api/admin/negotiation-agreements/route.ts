import { agreementListQuerySchema, AGREEMENT_STATUSES, type AgreementListQuery } from "../../../contract"
import type { AgreementQuery } from "../../../modules/negotiation/queries"
import { parse } from "../../errors"
import { statusesOf } from "../../statuses-of"
import { sendPage } from "../lists"
import { adminAgreement } from "./present"
import { adminRoute, negotiationsOf } from "../request"

const DAY_MS = 86_400_000

/** What the list is asked for, as the module takes it. */
function agreementQuery(query: AgreementListQuery, now: Date): AgreementQuery {
  const { status, company_id, variant_id, q, flagged, ending_in_days: days, limit, offset } = query
  return {
    ...{ limit, offset },
    ...(status === undefined ? {} : { statuses: statusesOf(status, AGREEMENT_STATUSES) }),
    ...(company_id === undefined ? {} : { company_id }),
    ...(variant_id === undefined ? {} : { variant_id }),
    ...(q ? { q } : {}),
    ...(flagged === undefined ? {} : { flagged: flagged === "true" }),
    ...(days === undefined ? {} : { ends_before: new Date(now.getTime() + days * DAY_MS) }),
  }
}

/** `GET /admin/negotiation-agreements`: agreements of every company, newest first; those about to end by their end. */
export const GET = adminRoute(async (req, res) => {
  const query = parse(agreementListQuerySchema, req.query)
  const found = await negotiationsOf(req).agreementRows(agreementQuery(query, new Date()))
  sendPage(res, "agreements", { ...found, rows: found.rows.map(adminAgreement) }, query)
})
