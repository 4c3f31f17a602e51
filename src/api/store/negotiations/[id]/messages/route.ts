import { messageSchema } from "../../../../../contract"
import { sendMessage } from "../../../../../workflows/case"
import { commandRoute, idOf } from "../../../command-route"

/** `POST /store/negotiations/:id/messages`: a word to the seller's people. It needs no turn and moves no price. */
export const POST = commandRoute(messageSchema, 201, (request) => {
  const { req, customer_id, body, idempotency } = request
  return sendMessage(req.scope, { id: idOf(request), customer_id, body, idempotency })
})
