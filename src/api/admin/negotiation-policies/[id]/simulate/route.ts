import { simulateBodySchema } from "../../../../../contract"
import { simulatePolicy } from "../../../../../workflows/policy"
import { parse } from "../../../../errors"
import { adminRoute, idOf } from "../../../request"
import { readPolicy } from "../../read"

/** `POST /admin/negotiation-policies/:id/simulate`: what the policy's terms, or others that are not saved, would answer. Stores nothing. */
export const POST = adminRoute(async (req, res) => {
  const body = parse(simulateBodySchema, req.body)
  const policy = await readPolicy(req, idOf(req))
  res.json({ simulation: await simulatePolicy(req.scope, body.terms ?? policy.terms, policy.scope, body) })
})
