import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { AGREEMENT_EVENTS, type AgreementEventPayload } from "../../../contract"
import type { AgreementChange } from "../../../modules/negotiation/agreement-types"

/** Something to tell about agreements that moves none of them. */
export interface AgreementNotices {
  readonly event: "revocation_announced" | "commitment_due" | "commitment_missed" | "flagged"
  readonly agreements: readonly Pick<AgreementChange, "agreement_id" | "negotiation_id" | "company_id" | "status">[]
}

/** Step: tells notices; Medusa holds the messages back until the workflow has succeeded. Compensation: they are dropped. */
export const emitNoticesStep = createStep(
  "negotiation-emit-agreement-notices",
  async (notices: AgreementNotices[], { container, eventGroupId }) => {
    const metadata = eventGroupId ? { eventGroupId } : {}
    const messages = notices.flatMap(({ event, agreements }) =>
      agreements.map(({ agreement_id, negotiation_id, company_id, status }) => ({
        name: AGREEMENT_EVENTS[event],
        data: { id: agreement_id, negotiation_id, company_id, status } satisfies AgreementEventPayload,
        metadata,
      }))
    )
    if (messages.length > 0) await container.resolve(Modules.EVENT_BUS).emit(messages)
    return new StepResponse({ emitted: messages.length }, eventGroupId ?? null)
  },
  async (eventGroupId, { container }) => {
    if (eventGroupId) await container.resolve(Modules.EVENT_BUS).clearGroupedEvents(eventGroupId)
  }
)
