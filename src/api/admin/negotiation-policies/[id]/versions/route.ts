import { policyVersionBodySchema } from "../../../../../contract"
import { addPolicyVersionWorkflow } from "../../../../../workflows/policy"
import { parse } from "../../../../errors"
import { actorOf, adminRoute, idOf } from "../../../request"
import { readPolicy } from "../../read"

/** `POST /admin/negotiation-policies/:id/versions`: new terms, kept as a version of their own; they answer from now on. */
export const POST = adminRoute(async (req, res) => {
  const { terms, note } = parse(policyVersionBodySchema, req.body)
  const input = { policy_id: idOf(req), actor_id: actorOf(req), terms, note: note ?? null }
  const { result } = await addPolicyVersionWorkflow(req.scope).run({ input })
  res.status(201).json({ policy: await readPolicy(req, result.changed.id), warnings: result.warnings })
})
