import { acceptSchema } from "../../../../../contract"
import { accept } from "../../../../../workflows/case"
import { commandRoute, idOf } from "../../../command-route"

/** `POST /store/negotiations/:id/accept`: the buyer takes an option that stands; the cart shows it. */
export const POST = commandRoute(acceptSchema, 200, (request) => {
  const { req, customer_id, body, idempotency } = request
  return accept(req.scope, { id: idOf(request), customer_id, body, idempotency })
})
