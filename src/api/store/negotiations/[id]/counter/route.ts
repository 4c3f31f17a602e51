import { counterSchema } from "../../../../../contract"
import { counter } from "../../../../../workflows/case"
import { commandRoute, idOf } from "../../../command-route"

/** `POST /store/negotiations/:id/counter`: the buyer makes a new ask. */
export const POST = commandRoute(counterSchema, 200, (request) => {
  const { req, customer_id, body, idempotency } = request
  return counter(req.scope, { id: idOf(request), customer_id, body, idempotency })
})
