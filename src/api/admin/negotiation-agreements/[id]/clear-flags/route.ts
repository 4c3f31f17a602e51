import { clearFlagsSchema } from "../../../../../contract"
import { clearFlagsWorkflow } from "../../../../../workflows/agreement/clear-flags"
import { parse } from "../../../../errors"
import { actorOf, adminRoute, idOf } from "../../../request"
import { readAgreementDetail } from "../../read"

/** `POST /admin/negotiation-agreements/:id/clear-flags`: somebody looked at what was flagged; with a note, for the audit trail. */
export const POST = adminRoute(async (req, res) => {
  const { note, until } = parse(clearFlagsSchema, req.body)
  const input = { agreement_id: idOf(req), actor_id: actorOf(req), note, until: until ?? new Date().toISOString() }
  await clearFlagsWorkflow(req.scope).run({ input })
  res.json({ agreement: await readAgreementDetail(req, idOf(req)) })
})
