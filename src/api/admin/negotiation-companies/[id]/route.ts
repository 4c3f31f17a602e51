import { adminRoute, idOf } from "../../request"
import { readCompany } from "../read"

/** `GET /admin/negotiation-companies/:id`: a company's settings. */
export const GET = adminRoute(async (req, res) => {
  res.json({ company: await readCompany(req, idOf(req)) })
})
