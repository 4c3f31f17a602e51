import { adminRoute, idOf } from "../../request"
import { readAgreementDetail } from "../read"

/** `GET /admin/negotiation-agreements/:id`: an agreement with the orders under it and its audit trail. */
export const GET = adminRoute(async (req, res) => {
  res.json({ agreement: await readAgreementDetail(req, idOf(req)) })
})
