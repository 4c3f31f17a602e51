import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ContractError, type SellerMessageBody } from "../../contract"
import { requireFiles } from "../attachment/require-files"
import { caseWorkflow } from "./case-workflow"
import type { SellerInput } from "./command-inputs"
import { negotiationService } from "../negotiation-service"
import { companyOfCase } from "./load-command"
import type { CommandOutcome, PreparedCommand } from "./prepared"
import { runCommand } from "./run-command"
import { sellerMessage } from "./seller-decision"
import { requireWritable, wordsOnly } from "./words-only"

/** A rep writes to the buyer. */
export type SellerMessageInput = SellerInput<SellerMessageBody>

const prepareSellerMessageStep = createStep("prepare-seller-message", async (input: SellerMessageInput, { container }) => {
  const { body, actor_id } = input
  const record = await negotiationService(container).readCase(input.id)
  if (!record) throw new ContractError("not_found", "Not found")
  requireWritable(record, body.line_id)
  if (record.negotiation.status === "draft") throw new ContractError("not_your_turn", "The buyer knows nothing of a draft: send it with your words")
  // Only what the buyer's company may read is of any use to them.
  if (body.file_ids) await requireFiles(container, (await companyOfCase(container, record)).key, body.file_ids)
  return new StepResponse<PreparedCommand>(
    wordsOnly(record.negotiation, {
      events: [{ kind: "message", actor: { type: "seller", id: actor_id }, message: body.message }],
      ...sellerMessage(actor_id, body.message, body.line_id, body.file_ids),
    })
  )
})

/** A rep's message: kept, shown to the buyer, in no decision. */
export const sellerMessageWorkflow = caseWorkflow<SellerMessageInput>("negotiation-seller-message", prepareSellerMessageStep)

/** Sends a rep's message to the buyer. */
export function writeToBuyer(container: MedusaContainer, input: SellerMessageInput): Promise<CommandOutcome> {
  return runCommand(container, sellerMessageWorkflow, input)
}
