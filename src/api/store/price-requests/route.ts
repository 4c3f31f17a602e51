import { priceRequestSchema } from "../../../contract"
import { requestPrice } from "../../../workflows/case"
import { commandRoute } from "../command-route"

/** `POST /store/price-requests`: a buyer asks for better prices in their cart; the answer is there at once. */
export const POST = commandRoute(priceRequestSchema, 201, ({ req, customer_id, body, idempotency }) =>
  requestPrice(req.scope, { customer_id, body, idempotency })
)
