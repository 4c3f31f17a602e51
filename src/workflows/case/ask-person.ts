import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { NEGOTIATION_EVENTS, type AskPersonBody } from "../../contract"
import { buyerMessage } from "./buyer-message"
import { caseWorkflow } from "./case-workflow"
import type { BuyerInput } from "./command-inputs"
import { inHours } from "./decide/dates"
import { caseTerms } from "./facts/case-terms"
import { loadForBuyer, requireTransition } from "./load-command"
import { frameOf, type CommandOutcome, type PreparedCommand } from "./prepared"
import { runCommand } from "./run-command"

/** A buyer wants a person to look at it. */
export type AskPersonInput = BuyerInput<AskPersonBody>

const prepareAskPersonStep = createStep("prepare-ask-person", async (input: AskPersonInput, { container }) => {
  const now = new Date()
  const { body, customer_id } = input
  const { negotiation } = (await loadForBuyer(container, { id: input.id, customer_id, version: body.version })).record
  requireTransition(negotiation.status, "ask_person", "in_review")
  const terms = await caseTerms(container, negotiation)
  return new StepResponse<PreparedCommand>({
    ...frameOf(negotiation),
    change: {
      negotiation_id: negotiation.id,
      expected_version: body.version,
      patch: { status: "in_review", reason_code: "asked_for_person", sla_due_at: inHours(now, negotiation.sla_hours ?? terms.sla_hours), touched_by_person: true },
      events: [{ kind: "asked_for_person", actor: { type: "buyer", id: customer_id }, message: body.message ?? null }],
      ...buyerMessage(customer_id, body.message),
      idempotency: input.idempotency,
    },
    events: [NEGOTIATION_EVENTS.escalated],
    cart_id: null,
  })
})

/** A buyer asks for a person: the case goes to the queue, what stands goes on standing. */
export const askPersonWorkflow = caseWorkflow<AskPersonInput>("negotiation-ask-person", prepareAskPersonStep)

/** Hands a case to a person at the buyer's wish. */
export function askPerson(container: MedusaContainer, input: AskPersonInput): Promise<CommandOutcome> {
  return runCommand(container, askPersonWorkflow, input)
}
