import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { AGREEMENT_EVENTS, type AgreementEventPayload } from "../../../contract"
import { dropGrouped, emitGrouped } from "../../emit-grouped"
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
    const messages = notices.flatMap(({ event, agreements }) =>
      agreements.map(({ agreement_id, negotiation_id, company_id, status }) => ({
        name: AGREEMENT_EVENTS[event],
        data: { id: agreement_id, negotiation_id, company_id, status } satisfies AgreementEventPayload,
      }))
    )
    return new StepResponse({ emitted: messages.length }, await emitGrouped(container, eventGroupId, messages))
  },
  async (held, { container }) => dropGrouped(container, held)
)
