import { withdrawSchema } from "../../../../../contract"
import { withdraw } from "../../../../../workflows/case"
import { commandRoute, idOf } from "../../../command-route"

/** `POST /store/negotiations/:id/withdraw`: the buyer takes the request back. */
export const POST = commandRoute(withdrawSchema, 200, (request) => {
  const { req, customer_id, body, idempotency } = request
  return withdraw(req.scope, { id: idOf(request), customer_id, body, idempotency })
})
