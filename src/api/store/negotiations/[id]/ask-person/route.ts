import { askPersonSchema } from "../../../../../contract"
import { askPerson } from "../../../../../workflows/case"
import { commandRoute, idOf } from "../../../command-route"

/** `POST /store/negotiations/:id/ask-person`: the buyer wants a person to look at it. */
export const POST = commandRoute(askPersonSchema, 200, (request) => {
  const { req, customer_id, body, idempotency } = request
  return askPerson(req.scope, { id: idOf(request), customer_id, body, idempotency })
})
