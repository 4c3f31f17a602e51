import { priceLaddersQuerySchema } from "../../../contract"
import { readPriceLadders } from "../../../workflows/case/read-price-ladders"
import { parse } from "../../errors"
import { buyerRoute, salesChannelOf } from "../buyer-route"

/** `GET /store/price-ladders`: what the buyer pays now, paid last, and the next steps the policy publishes. */
export const GET = buyerRoute(async ({ req, res, customer_id, locale }) => {
  const query = parse(priceLaddersQuerySchema, req.query)
  res.json({ ladders: await readPriceLadders(req.scope, { customer_id, locale, sales_channel_id: salesChannelOf(req) }, query) })
})
