import { sellerCounterSchema } from "../../../../../contract"
import { sellerCounter } from "../../../../../workflows/case"
import { parse } from "../../../../errors"
import { actorOf, adminRoute, idOf } from "../../../request"
import { readNegotiation } from "../../read"

/** `POST /admin/negotiations/:id/counter`: a rep's prices take the place of what stood. */
export const POST = adminRoute(async (req, res) => {
  const body = parse(sellerCounterSchema, req.body)
  await sellerCounter(req.scope, { id: idOf(req), actor_id: actorOf(req), body })
  res.json({ negotiation: await readNegotiation(req, idOf(req)) })
})
