import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ContractError, type AssignBody } from "../../contract"
import { isEnded } from "../../lifecycle"
import { caseWorkflow } from "./case-workflow"
import type { SellerInput } from "./command-inputs"
import { loadForSeller } from "./load-command"
import { frameOf, type CommandOutcome, type PreparedCommand } from "./prepared"
import { runCommand } from "./run-command"

/** A case is given to a rep, or back to all. */
export type AssignInput = SellerInput<AssignBody>

const prepareAssignStep = createStep("prepare-assign", async (input: AssignInput, { container }) => {
  const { body } = input
  const { negotiation } = await loadForSeller(container, input.id, body.version)
  if (isEnded(negotiation.status)) throw new ContractError("already_ended", "This negotiation is closed")
  return new StepResponse<PreparedCommand>({
    ...frameOf(negotiation),
    change: {
      negotiation_id: negotiation.id,
      expected_version: body.version,
      patch: { assigned_to: body.assigned_to },
      events: [{ kind: "assigned", actor: { type: "seller", id: input.actor_id }, trace: { assigned_to: body.assigned_to } }],
    },
    events: [],
    cart_id: null,
  })
})

/** Assigns a case. */
export const assignWorkflow = caseWorkflow<AssignInput>("negotiation-assign", prepareAssignStep)

/** Gives a case to a rep. */
export function assign(container: MedusaContainer, input: AssignInput): Promise<CommandOutcome> {
  return runCommand(container, assignWorkflow, input)
}
