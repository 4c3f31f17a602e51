import { policyMoveSchema } from "../../../contract"
import { movePolicyWorkflow } from "../../../workflows/policy"
import { parse } from "../../errors"
import { actorOf, adminRoute, idOf } from "../request"
import { readPolicy } from "./read"

/** The route that puts a policy into use or out of it. Only activating may name another version. */
export function moveRoute(status: "active" | "archived") {
  const schema = status === "active" ? policyMoveSchema : policyMoveSchema.omit({ version: true })
  return adminRoute(async (req, res) => {
    const { note, ...body }: { note?: string | undefined; version?: number | undefined } = parse(schema, req.body ?? {})
    const version = body.version === undefined ? {} : { version: body.version }
    const input = { policy_id: idOf(req), actor_id: actorOf(req), status, note: note ?? null, ...version }
    const { result } = await movePolicyWorkflow(req.scope).run({ input })
    res.json({ policy: await readPolicy(req, result.id) })
  })
}
