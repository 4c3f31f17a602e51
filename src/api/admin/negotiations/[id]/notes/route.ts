import { noteBodySchema } from "../../../../../contract"
import { addNote } from "../../../../../workflows/case"
import { parse } from "../../../../errors"
import { actorOf, adminRoute, idOf } from "../../../request"
import { readNegotiation } from "../../read"

/** `POST /admin/negotiations/:id/notes`: a note among the seller's people. */
export const POST = adminRoute(async (req, res) => {
  const body = parse(noteBodySchema, req.body)
  await addNote(req.scope, { id: idOf(req), actor_id: actorOf(req), body })
  res.json({ negotiation: await readNegotiation(req, idOf(req)) })
})
