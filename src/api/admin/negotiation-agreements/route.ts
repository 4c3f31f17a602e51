import { adminPageQuerySchema, AGREEMENT_STATUSES } from "../../../contract"
import { parse } from "../../errors"
import { sendPage, statusesOf } from "../lists"
import { adminAgreement } from "./present"
import { adminRoute, negotiationsOf } from "../request"

const listQuerySchema = adminPageQuerySchema.pick({ status: true, company_id: true, variant_id: true, limit: true, offset: true })

/** `GET /admin/negotiation-agreements`: agreements of every company, newest first. */
export const GET = adminRoute(async (req, res) => {
  const { status, company_id, variant_id, ...page } = parse(listQuerySchema, req.query)
  const found = await negotiationsOf(req).agreementRows({
    ...page,
    ...(status === undefined ? {} : { statuses: statusesOf(status, AGREEMENT_STATUSES) }),
    ...(company_id === undefined ? {} : { company_id }),
    ...(variant_id === undefined ? {} : { variant_id }),
  })
  sendPage(res, "agreements", { ...found, rows: found.rows.map(adminAgreement) }, page)
})
