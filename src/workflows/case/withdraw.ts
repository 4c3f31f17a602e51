import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { NEGOTIATION_EVENTS, type WithdrawBody } from "../../contract"
import { caseWorkflow } from "./case-workflow"
import type { BuyerInput } from "./command-inputs"
import { inHours } from "./decide/dates"
import { caseTerms } from "./facts/case-terms"
import { loadForBuyer, requireTransition } from "./load-command"
import { frameOf, type CommandOutcome, type PreparedCommand } from "./prepared"
import { runCommand } from "./run-command"

/** A buyer takes the request back. */
export type WithdrawInput = BuyerInput<WithdrawBody>

const prepareWithdrawStep = createStep("prepare-withdraw", async (input: WithdrawInput, { container }) => {
  const now = new Date()
  const { body, customer_id } = input
  const { negotiation } = (await loadForBuyer(container, { id: input.id, customer_id, version: body.version })).record
  requireTransition(negotiation.status, "withdraw", "withdrawn")
  const terms = await caseTerms(container, negotiation)
  return new StepResponse<PreparedCommand>({
    ...frameOf(negotiation),
    change: {
      negotiation_id: negotiation.id,
      expected_version: body.version,
      patch: { status: "withdrawn", reason_code: body.reason_code ?? null, sla_due_at: null, closed_at: now },
      close_offer: "taken_back",
      cool_down_until: inHours(now, terms.cool_down_hours),
      events: [{ kind: "withdrawn", actor: { type: "buyer", id: customer_id }, reason_code: body.reason_code ?? null }],
      idempotency: input.idempotency,
    },
    events: [NEGOTIATION_EVENTS.withdrawn],
    cart_id: null,
  })
})

/** A buyer withdraws: the case ends, memory goes on. */
export const withdrawWorkflow = caseWorkflow<WithdrawInput>("negotiation-withdraw", prepareWithdrawStep)

/** Ends a case at the buyer's wish. */
export function withdraw(container: MedusaContainer, input: WithdrawInput): Promise<CommandOutcome> {
  return runCommand(container, withdrawWorkflow, input)
}
