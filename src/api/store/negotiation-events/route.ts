import { behaviourEventSchema } from "../../../contract"
import { recordBehaviour } from "../../../workflows/behaviour/record-behaviour"
import { parse } from "../../errors"
import { buyerRoute, requirePace } from "../buyer-route"

/** Things a buyer may report a minute: more than a person does, far less than a script could. */
const REPORTS_A_MINUTE = 60
const MAX_KEY = 255

/** `POST /store/negotiation-events`: something a buyer did with what they were shown, and how it went. */
export const POST = buyerRoute(async ({ req, res, customer_id }) => {
  await requirePace(req.scope, `${customer_id}/behaviour`, REPORTS_A_MINUTE)
  const body = parse(behaviourEventSchema, req.body ?? {})
  const key = req.get("idempotency-key")?.slice(0, MAX_KEY) ?? null
  res.status(201).json({ event: await recordBehaviour(req.scope, { customer_id, body, key }) })
})
