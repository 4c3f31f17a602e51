import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { NEGOTIATION_EVENTS, type DeclineBody } from "../../contract"
import { caseWorkflow } from "./case-workflow"
import type { SellerInput } from "./command-inputs"
import { inHours } from "./decide/dates"
import { caseTerms } from "./facts/case-terms"
import { loadForSeller, requireTransition } from "./load-command"
import { frameOf, type CommandOutcome, type PreparedCommand } from "./prepared"
import { runCommand } from "./run-command"
import { sellerDecision, sellerMessage } from "./seller-decision"

/** A rep says no. */
export type DeclineInput = SellerInput<DeclineBody>

const prepareDeclineStep = createStep("prepare-decline", async (input: DeclineInput, { container }) => {
  const now = new Date()
  const { body } = input
  const { negotiation } = await loadForSeller(container, input.id, body.version)
  requireTransition(negotiation.status, "decline", "declined")
  const terms = await caseTerms(container, negotiation)
  return new StepResponse<PreparedCommand>({
    ...frameOf(negotiation),
    change: {
      negotiation_id: negotiation.id,
      expected_version: body.version,
      patch: { status: "declined", reason_code: body.reason_code, sla_due_at: null, closed_at: now, touched_by_person: true },
      close_offer: "taken_back",
      cool_down_until: inHours(now, terms.cool_down_hours),
      events: [sellerDecision("declined", input.actor_id, body, [])],
      ...sellerMessage(input.actor_id, body.message),
    },
    events: [NEGOTIATION_EVENTS.declined],
    cart_id: null,
  })
})

/** A rep declines: the case ends, the cool-down starts. */
export const declineWorkflow = caseWorkflow<DeclineInput>("negotiation-decline", prepareDeclineStep)

/** Declines a case. */
export function decline(container: MedusaContainer, input: DeclineInput): Promise<CommandOutcome> {
  return runCommand(container, declineWorkflow, input)
}
