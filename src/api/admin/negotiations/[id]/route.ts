import { adminRoute, idOf } from "../../request"
import { readNegotiation } from "../read"

/** `GET /admin/negotiations/:id`: one case with everything needed to decide it. */
export const GET = adminRoute(async (req, res) => {
  res.json({ negotiation: await readNegotiation(req, idOf(req)) })
})
