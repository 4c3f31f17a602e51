import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { MessageBody } from "../../contract"
import { requireFiles } from "../attachment/require-files"
import { buyerMessage } from "./buyer-message"
import { caseWorkflow } from "./case-workflow"
import type { BuyerInput } from "./command-inputs"
import { readOwnCase } from "./load-command"
import type { CommandOutcome, PreparedCommand } from "./prepared"
import { runCommand } from "./run-command"
import { requireWritable, wordsOnly } from "./words-only"

/** A buyer writes to the seller. */
export type SendMessageInput = BuyerInput<MessageBody>

const prepareMessageStep = createStep("prepare-message", async (input: SendMessageInput, { container }) => {
  const { body, customer_id } = input
  const { record, company } = await readOwnCase(container, input.id, customer_id)
  requireWritable(record, body.line_id)
  if (body.file_ids) await requireFiles(container, company.key, body.file_ids)
  return new StepResponse<PreparedCommand>(
    wordsOnly(record.negotiation, {
      events: [{ kind: "message", actor: { type: "buyer", id: customer_id }, message: body.message }],
      ...buyerMessage(customer_id, body.message, body.line_id, body.file_ids),
      idempotency: input.idempotency,
    })
  )
})

/** A buyer's message: kept, shown to the rep, in no decision. */
export const sendMessageWorkflow = caseWorkflow<SendMessageInput>("negotiation-send-message", prepareMessageStep)

/** Sends a buyer's message. */
export function sendMessage(container: MedusaContainer, input: SendMessageInput): Promise<CommandOutcome> {
  return runCommand(container, sendMessageWorkflow, input)
}
