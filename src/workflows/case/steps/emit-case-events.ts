import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { AGREEMENT_EVENTS, NEGOTIATION_EVENTS } from "../../../contract"
import { dropGrouped, emitGrouped, type Told } from "../../emit-grouped"
import type { PreparedCommand } from "../prepared"
import type { RecordedCase } from "./record-case"

/** The events a recorded command gives rise to, with their payloads. */
function messagesOf(prepared: PreparedCommand, recorded: RecordedCase): Told[] {
  const { company_id, customer_id } = prepared
  const messages: Told[] = prepared.events.map((name) => ({
    name,
    data: { id: recorded.negotiation_id, company_id, customer_id, status: recorded.status, version: recorded.version },
  }))
  for (const ended of recorded.superseded_negotiations) {
    messages.push({
      name: NEGOTIATION_EVENTS.withdrawn,
      data: { id: ended.id, company_id, customer_id: ended.customer_id, status: "withdrawn", version: ended.version },
    })
  }
  if (recorded.agreement_id) {
    messages.push({
      name: AGREEMENT_EVENTS.created,
      data: { id: recorded.agreement_id, negotiation_id: recorded.negotiation_id, company_id, status: "active" },
    })
  }
  for (const { agreement_id, negotiation_id, customer_id: buyer, negotiation_version } of recorded.superseded_agreements) {
    messages.push({ name: AGREEMENT_EVENTS.superseded, data: { id: agreement_id, negotiation_id, company_id, status: "superseded" } })
    if (negotiation_version === null) continue
    messages.push({
      name: NEGOTIATION_EVENTS.revoked,
      data: { id: negotiation_id, company_id, customer_id: buyer, status: "revoked", version: negotiation_version },
    })
  }
  return messages
}

/**
 * Emits a command's events; the event bus holds them back until the whole workflow has succeeded.
 * Compensation: the held-back events are dropped.
 */
export const emitCaseEventsStep = createStep(
  "emit-negotiation-events",
  async (input: { prepared: PreparedCommand; recorded: RecordedCase | null }, { container, eventGroupId }) => {
    const messages = input.recorded === null ? [] : messagesOf(input.prepared, input.recorded)
    return new StepResponse(null, await emitGrouped(container, eventGroupId, messages))
  },
  async (held, { container }) => dropGrouped(container, held)
)
