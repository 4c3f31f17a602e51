import { createWorkflow, transform, when, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { applyAgreementToCartWorkflow } from "../agreement/apply-agreement-to-cart"
import { projectAgreementStep } from "../agreement/steps/project-agreement"
import { withdrawPricesStep } from "../agreement/steps/withdraw-prices"
import { projectConcessionsStep } from "../concession/steps/project-concessions"
import { withdrawConcessionsStep } from "../concession/steps/withdraw-concessions"
import type { CommandOutcome, PreparedCommand } from "./prepared"
import { emitCaseEventsStep } from "./steps/emit-case-events"
import { recordCaseStep } from "./steps/record-case"

/**
 * Makes the workflow of a command from the step that prepares it. Every command runs the same way:
 * prepare (gather facts, check, decide) → record in one transaction → bring an agreed price into the company's list and
 * the cart → emit. Where a later part fails, each earlier one is taken back.
 */
export function caseWorkflow<Input>(name: string, prepareStep: (input: WorkflowData<Input>) => WorkflowData<PreparedCommand>) {
  return createWorkflow(name, (input: WorkflowData<Input>) => {
    const prepared = prepareStep(input)
    const recorded = recordCaseStep(prepared)

    // No `when` before the cart: a skipped step would have the case taken back before what was brought in for it (ADR 0013).
    const superseded = transform(recorded, (done) => ({ agreement_ids: (done?.superseded_agreements ?? []).map((each) => each.agreement_id) }))
    withdrawPricesStep(superseded)
    withdrawConcessionsStep(superseded)
    const agreed = transform(recorded, (done) => ({ agreement_id: done?.agreement_id ?? null }))
    projectAgreementStep(agreed)
    projectConcessionsStep(agreed)
    when(`${name}-reaches-cart`, { recorded, prepared }, (data) => Boolean(data.recorded?.agreement_id && data.prepared.cart_id)).then(() => {
      applyAgreementToCartWorkflow.runAsStep({
        input: transform({ recorded, prepared }, (data) => ({
          agreement_id: data.recorded?.agreement_id ?? "",
          cart_id: data.prepared.cart_id ?? "",
          customer_id: data.prepared.customer_id,
          exact: data.prepared.exact,
          accepting: true,
          payment_term: data.prepared.payment_term ?? null,
        })),
      })
    })

    emitCaseEventsStep({ prepared, recorded })
    return new WorkflowResponse(
      transform({ recorded, prepared }, (data): CommandOutcome => ({
        negotiation_id: data.prepared.negotiation_id,
        agreement_id: data.recorded?.agreement_id ?? null,
      }))
    )
  })
}
