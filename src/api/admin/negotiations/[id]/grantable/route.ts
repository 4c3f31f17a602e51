import type { Grantable } from "../../../../../contract"
import { readGrantable } from "../../../../../workflows/concession/read-grantable"
import { notFound } from "../../../../errors"
import { adminRoute, idOf, negotiationsOf } from "../../../request"

const NOTHING: Grantable = { payment_terms: [], shipping_options: [] }

/**
 * `GET /admin/negotiations/:id/grantable`: what concessions of this case can hang on: the payment terms of the plugin's
 * options that the case's region can pay by, and the deliveries into it.
 */
export const GET = adminRoute(async (req, res) => {
  const [negotiation] = await negotiationsOf(req).listNegotiations({ id: idOf(req) }, { select: ["id", "region_id"], take: 1 })
  if (!negotiation) throw notFound()
  res.json((await readGrantable(req.scope, negotiation.region_id)) ?? NOTHING)
})
