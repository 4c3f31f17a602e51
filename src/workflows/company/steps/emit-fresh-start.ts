import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { NEGOTIATION_EVENTS, type NegotiationEventPayload } from "../../../contract"
import type { FreshStartResult } from "../../../modules/negotiation/settings"
import { dropGrouped, emitGrouped } from "../../emit-grouped"

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
    }))
    return new StepResponse({ emitted: messages.length }, await emitGrouped(container, eventGroupId, messages))
  },
  async (held, { container }) => dropGrouped(container, held)
)
