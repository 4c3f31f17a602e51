import { approveSchema } from "../../../../../contract"
import { approve } from "../../../../../workflows/case"
import { parse } from "../../../../errors"
import { actorOf, adminRoute, idOf } from "../../../request"
import { readNegotiation } from "../../read"

/** `POST /admin/negotiations/:id/approve`: the buyer's ask is agreed as it stands. */
export const POST = adminRoute(async (req, res) => {
  const body = parse(approveSchema, req.body)
  await approve(req.scope, { id: idOf(req), actor_id: actorOf(req), body })
  res.json({ negotiation: await readNegotiation(req, idOf(req)) })
})
