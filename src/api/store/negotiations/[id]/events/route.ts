import type { MedusaContainer } from "@medusajs/framework/types"
import { ContractError, isContractError } from "../../../../../contract"
import { isEnded } from "../../../../../lifecycle"
import type { CaseRecord } from "../../../../../modules/negotiation/case-records"
import type { CaseStamp } from "../../../../../modules/negotiation/queries"
import { negotiationService } from "../../../../../workflows/negotiation-service"
import { readOwnCase } from "../../../../../workflows/case/load-command"
import { notFound } from "../../../../errors"
import { buyerRoute, type BuyerRequest } from "../../../buyer-route"
import { EventStream } from "../../../live/event-stream"
import { feedOf } from "../../../live/feed-of"
import { storeNegotiation } from "../../../views"

/** Seconds after which somebody with too many streams may try again. */
const RETRY_AFTER = 30

const tooMany = () => new ContractError("rate_limited", "Too many event streams: ask for the case now and then instead", { retry_after: RETRY_AFTER })

/** The case, or null where it is no longer this buyer's: they left the company, or it is gone. */
async function stillOwnCase(container: MedusaContainer, id: string, customer_id: string): Promise<CaseRecord | null> {
  try {
    return (await readOwnCase(container, id, customer_id)).record
  } catch (error) {
    if (isContractError(error)) return null
    throw error
  }
}

/** A buyer's stream of one case: sends the case as it stands whenever it would be shown differently, and ends with it. */
function openStream({ req, res, customer_id, locale }: BuyerRequest, id: string, first: CaseStamp): void {
  let sent = req.get("last-event-id") ?? ""
  let sending = false

  const send = async ({ stamp }: CaseStamp): Promise<void> => {
    const record = await stillOwnCase(req.scope, id, customer_id)
    if (!record) return stream.end()
    stream.send("negotiation", stamp, { negotiation: storeNegotiation(record, locale) })
    sent = stamp
    if (isEnded(record.negotiation.status)) stream.end()
  }
  const look = (stamp: CaseStamp | null): void => {
    if (!stream.isOpen || sending) return
    if (stamp === null) return stream.end()
    if (stamp.stamp === sent) return
    sending = true
    // What failed is sent at the next look: `sent` has not moved.
    send(stamp).catch(() => undefined).finally(() => void (sending = false))
  }

  const leave = feedOf(req.scope).follow(customer_id, id, (stamp) => look(stamp))
  if (leave === null) throw tooMany()
  const stream = new EventStream(res, leave)
  look(first)
}

/**
 * `GET /store/negotiations/:id/events`: the case as server-sent events `negotiation`, each carrying what
 * `GET /store/negotiations/:id` answers: once at the start, unless `Last-Event-ID` says that it is known, then at every change.
 * An ended case whose end is known answers 204, which ends a browser's `EventSource` for good.
 */
export const GET = buyerRoute(async (request) => {
  const { req, res, customer_id } = request
  const id = req.params["id"] ?? ""
  const [stamp] = await negotiationService(req.scope).caseStamps([id], new Date())
  await readOwnCase(req.scope, id, customer_id)
  if (!stamp) throw notFound()
  if (isEnded(stamp.status) && req.get("last-event-id") === stamp.stamp) {
    res.status(204).end()
    return
  }
  openStream(request, id, stamp)
})
