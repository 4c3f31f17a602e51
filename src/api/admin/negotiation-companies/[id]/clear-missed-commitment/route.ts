import { clearMissedCommitmentSchema } from "../../../../../contract"
import { clearMissedCommitmentWorkflow } from "../../../../../workflows/company/clear-missed-commitment"
import { parse } from "../../../../errors"
import { actorOf, adminRoute, idOf } from "../../../request"
import { readCompany } from "../../read"

/**
 * `POST /admin/negotiation-companies/:id/clear-missed-commitment`: somebody dealt with the volume the company did not buy; its
 * cases may be answered automatically again.
 */
export const POST = adminRoute(async (req, res) => {
  const { note } = parse(clearMissedCommitmentSchema, req.body)
  await clearMissedCommitmentWorkflow(req.scope).run({ input: { company_id: idOf(req), actor_id: actorOf(req), note } })
  res.json({ company: await readCompany(req, idOf(req)) })
})
