import { assignSchema } from "../../../../../contract"
import { assign } from "../../../../../workflows/case"
import { parse } from "../../../../errors"
import { actorOf, adminRoute, idOf } from "../../../request"
import { readNegotiation } from "../../read"

/** `POST /admin/negotiations/:id/assign`: the case is given to a rep, or back to all. */
export const POST = adminRoute(async (req, res) => {
  const body = parse(assignSchema, req.body)
  await assign(req.scope, { id: idOf(req), actor_id: actorOf(req), body })
  res.json({ negotiation: await readNegotiation(req, idOf(req)) })
})
