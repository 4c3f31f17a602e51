import { behaviourEventSchema } from "../../../contract"
import { recordBehaviour } from "../../../workflows/behaviour/record-behaviour"
import { parse } from "../../errors"
import { buyerRoute, requirePace } from "../buyer-route"
import { answerOnce } from "../idempotency"

/** Things a buyer may report a minute: more than a person does, far less than a script could. */
const REPORTS_A_MINUTE = 60

/** `POST /store/negotiation-events`: something a buyer did with what they were shown, and how it went. */
export const POST = buyerRoute(async (request) => {
  const { req, customer_id } = request
  await requirePace(req.scope, `${customer_id}/behaviour`, REPORTS_A_MINUTE)
  const body = parse(behaviourEventSchema, req.body ?? {})
  await answerOnce(request, req.body ?? {}, async () => ({ event: await recordBehaviour(req.scope, { customer_id, body }) }))
})
