import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { NEGOTIATION_EVENTS, type NegotiationEventPayload } from "../../../contract"
import type { FreshStartResult } from "../../../modules/negotiation/settings"

/**
 * Tells that cases were withdrawn; the event bus holds the messages back until the whole workflow has succeeded.
 * Compensation: the held-back messages are dropped.
 */
export const emitFreshStartStep = createStep(
  "negotiation-emit-fresh-start",
  async ({ company_id, ended }: FreshStartResult, { container, eventGroupId }) => {
    const messages = ended.map(({ id, customer_id, version }) => ({
      name: NEGOTIATION_EVENTS.withdrawn,
      data: { id, company_id, customer_id, status: "withdrawn", version } satisfies NegotiationEventPayload,
      metadata: eventGroupId ? { eventGroupId } : {},
    }))
    if (messages.length > 0) await container.resolve(Modules.EVENT_BUS).emit(messages)
    return new StepResponse({ emitted: messages.length }, eventGroupId ?? null)
  },
  async (eventGroupId, { container }) => {
    if (!eventGroupId) return
    await container.resolve(Modules.EVENT_BUS).clearGroupedEvents(eventGroupId, { eventNames: [NEGOTIATION_EVENTS.withdrawn] })
  }
)
