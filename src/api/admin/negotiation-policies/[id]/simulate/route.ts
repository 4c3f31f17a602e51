import { DEFAULT_POLICY_TERMS, simulateBodySchema } from "../../../../../contract"
import { simulatePolicy } from "../../../../../workflows/policy"
import { parse } from "../../../../errors"
import { adminRoute, idOf } from "../../../request"
import { readPolicy } from "../../read"

/** `POST /admin/negotiation-policies/:id/simulate`: what the policy's terms, or others that are not saved, would answer. Stores nothing. */
export const POST = adminRoute(async (req, res) => {
  const body = parse(simulateBodySchema, req.body)
  const policy = await readPolicy(req, idOf(req))
  // A version written before a term existed answers with the default of that term.
  const terms = body.terms ?? { ...DEFAULT_POLICY_TERMS, ...policy.terms }
  res.json({ simulation: simulatePolicy(req.scope, terms, body) })
})
