import { adminPageQuerySchema, companyBodySchema } from "../../../contract"
import { saveCompanyWorkflow } from "../../../workflows/company/save-company"
import { parse } from "../../errors"
import { sendPage } from "../lists"
import { actorOf, adminRoute, negotiationsOf } from "../request"
import { readCompany } from "./read"

const listQuerySchema = adminPageQuerySchema.pick({ q: true, limit: true, offset: true })

/** `GET /admin/negotiation-companies`: the companies that negotiate, by name. */
export const GET = adminRoute(async (req, res) => {
  const { limit, offset, q } = parse(listQuerySchema, req.query)
  const text = q?.trim()
  sendPage(res, "companies", await negotiationsOf(req).companyRows({ limit, offset, ...(text ? { q: text } : {}) }), { limit, offset })
})

/** `POST /admin/negotiation-companies`: makes a customer group a company, or changes its settings. */
export const POST = adminRoute(async (req, res) => {
  const body = parse(companyBodySchema, req.body)
  const { result } = await saveCompanyWorkflow(req.scope).run({ input: { actor_id: actorOf(req), body } })
  res.json({ company: await readCompany(req, result) })
})
