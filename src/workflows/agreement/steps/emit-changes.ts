import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { AgreementChange } from "../../../modules/negotiation/agreement-types"
import { eventsOf } from "../agreement-events"

/**
 * Step: emits the events of these changes, held back by Medusa until the workflow has succeeded, dropped when it fails.
 * One step for events whose names are known only then; `emitEventStep` takes one name each.
 */
export const emitAgreementChangesStep = createStep(
  "negotiation-emit-agreement-changes",
  async (changes: AgreementChange[], { container, eventGroupId }) => {
    const { agreement, negotiation } = eventsOf(changes)
    const metadata = eventGroupId ? { eventGroupId } : {}
    const messages = [...agreement, ...negotiation].flatMap(({ name, payloads }) =>
      (payloads as object[]).map((data) => ({ name, data, metadata }))
    )
    if (messages.length > 0) await container.resolve(Modules.EVENT_BUS).emit(messages)
    return new StepResponse({ emitted: messages.length }, eventGroupId ?? null)
  },
  async (eventGroupId, { container }) => {
    if (eventGroupId) await container.resolve(Modules.EVENT_BUS).clearGroupedEvents(eventGroupId)
  }
)
