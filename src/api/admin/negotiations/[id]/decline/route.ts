import { declineSchema } from "../../../../../contract"
import { decline } from "../../../../../workflows/case"
import { parse } from "../../../../errors"
import { actorOf, adminRoute, idOf } from "../../../request"
import { readNegotiation } from "../../read"

/** `POST /admin/negotiations/:id/decline`: the case ends without a deal. */
export const POST = adminRoute(async (req, res) => {
  const body = parse(declineSchema, req.body)
  await decline(req.scope, { id: idOf(req), actor_id: actorOf(req), body })
  res.json({ negotiation: await readNegotiation(req, idOf(req)) })
})
