import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ContractError, type NoteBody } from "../../contract"
import { caseWorkflow } from "./case-workflow"
import type { SellerInput } from "./command-inputs"
import { negotiationService } from "../negotiation-service"
import type { CommandOutcome, PreparedCommand } from "./prepared"
import { runCommand } from "./run-command"
import { wordsOnly } from "./words-only"

/** A note among the seller's people. */
export type AddNoteInput = SellerInput<NoteBody>

const prepareNoteStep = createStep("prepare-note", async (input: AddNoteInput, { container }) => {
  const record = await negotiationService(container).readCase(input.id)
  if (!record) throw new ContractError("not_found", "Not found")
  return new StepResponse<PreparedCommand>(
    wordsOnly(record.negotiation, {
      events: [{ kind: "noted", actor: { type: "seller", id: input.actor_id }, note: input.body.note }],
      message: { author_type: "seller", author_id: input.actor_id, text: input.body.note, internal: true },
    })
  )
})

/** Adds an internal note; buyers never see it. */
export const addNoteWorkflow = caseWorkflow<AddNoteInput>("negotiation-add-note", prepareNoteStep)

/** Adds an internal note to a case. */
export function addNote(container: MedusaContainer, input: AddNoteInput): Promise<CommandOutcome> {
  return runCommand(container, addNoteWorkflow, input)
}
