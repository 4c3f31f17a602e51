import { adminRoute, idOf, negotiationsOf } from "../../request"
import { readPolicy } from "../read"

/** `GET /admin/negotiation-policies/:id`: a policy and every version of its terms, the newest first. */
export const GET = adminRoute(async (req, res) => {
  const policy = await readPolicy(req, idOf(req))
  res.json({ policy, versions: await negotiationsOf(req).policyVersionRows(policy.id) })
})
