import { startAfreshSchema } from "../../../../../contract"
import { startAfreshWorkflow } from "../../../../../workflows/company/start-afresh"
import { parse } from "../../../../errors"
import { actorOf, adminRoute, idOf } from "../../../request"
import { readCompany } from "../../read"

/**
 * `POST /admin/negotiation-companies/:id/start-afresh`: open cases are withdrawn, what was asked and offered is forgotten,
 * and where wanted the live agreements end.
 */
export const POST = adminRoute(async (req, res) => {
  const body = parse(startAfreshSchema, req.body)
  await startAfreshWorkflow(req.scope).run({ input: { ...body, company_id: idOf(req), actor_id: actorOf(req) } })
  res.json({ company: await readCompany(req, idOf(req)) })
})
