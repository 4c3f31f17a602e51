import { refuseSchema } from "../../../../../contract"
import { refuse } from "../../../../../workflows/case"
import { commandRoute, idOf } from "../../../command-route"

/** `POST /store/negotiations/:id/refuse`: the buyer refuses what stands. */
export const POST = commandRoute(refuseSchema, 200, (request) => {
  const { req, customer_id, body, idempotency } = request
  return refuse(req.scope, { id: idOf(request), customer_id, body, idempotency })
})
