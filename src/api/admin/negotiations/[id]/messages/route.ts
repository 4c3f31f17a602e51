import { sellerMessageSchema } from "../../../../../contract"
import { writeToBuyer } from "../../../../../workflows/case"
import { parse } from "../../../../errors"
import { actorOf, adminRoute, idOf } from "../../../request"
import { readNegotiation } from "../../read"

/** `POST /admin/negotiations/:id/messages`: a word to the buyer. It needs no turn, carries no version and moves no price. */
export const POST = adminRoute(async (req, res) => {
  const body = parse(sellerMessageSchema, req.body)
  await writeToBuyer(req.scope, { id: idOf(req), actor_id: actorOf(req), body })
  res.status(201).json({ negotiation: await readNegotiation(req, idOf(req)) })
})
