import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { AgreementChange } from "../../../modules/negotiation/agreement-types"
import { dropGrouped, emitGrouped } from "../../emit-grouped"
import { eventsOf } from "../agreement-events"

/**
 * Step: emits the events of these changes, held back by Medusa until the workflow has succeeded. Compensation: they are dropped.
 */
export const emitAgreementChangesStep = createStep(
  "negotiation-emit-agreement-changes",
  async (changes: AgreementChange[], { container, eventGroupId }) => {
    const { agreement, negotiation } = eventsOf(changes)
    const messages = [...agreement, ...negotiation].flatMap(({ name, payloads }) => (payloads as object[]).map((data) => ({ name, data })))
    return new StepResponse({ emitted: messages.length }, await emitGrouped(container, eventGroupId, messages))
  },
  async (held, { container }) => dropGrouped(container, held)
)
