import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { isContractError, NEGOTIATION_EVENTS, type ApproveBody } from "../../contract"
import { agreedLines, agreementFrame } from "./agreed-lines"
import { caseWorkflow } from "./case-workflow"
import type { SellerInput } from "./command-inputs"
import { gatherForCase } from "./counter"
import { requireOneKindOfPrice } from "./decide/check-ask"
import { inDays } from "./decide/dates"
import { requireAtFloor } from "./decide/seller-floor"
import { caseTerms } from "./facts/case-terms"
import { companyOfCase, loadForSeller, requireTransition } from "./load-command"
import { frameOf, type CommandOutcome, type PreparedCommand } from "./prepared"
import { ApplyFailed, runCommand } from "./run-command"
import { sellerDecision, sellerMessage } from "./seller-decision"

/** A rep approves what the buyer asks. */
export type ApproveInput = SellerInput<ApproveBody>

const prepareApproveStep = createStep("prepare-approve", async (input: ApproveInput, { container }) => {
  const now = new Date()
  const { body } = input
  const record = await loadForSeller(container, input.id, body.version)
  const { negotiation } = record
  requireTransition(negotiation.status, "approve", "agreed")
  const company = await companyOfCase(container, record)
  const [gathered, terms] = await Promise.all([gatherForCase(container, record, company, false), caseTerms(container, negotiation)])
  const lines = record.lines.map((line) => ({
    line_id: line.id,
    variant_id: line.variant_id,
    quantity: line.quantity,
    unit_price: Number(line.target_unit_price),
  }))
  requireOneKindOfPrice(gathered, negotiation.is_tax_inclusive)
  requireAtFloor(gathered, lines, now)
  return new StepResponse<PreparedCommand>({
    ...frameOf(negotiation),
    change: {
      negotiation_id: negotiation.id,
      expected_version: body.version,
      patch: { status: "agreed", reason_code: "approved", sla_due_at: null, closed_at: now, touched_by_person: true },
      close_offer: "superseded",
      agreement: {
        offer_id: null,
        option_id: null,
        valid_until: inDays(now, body.agreement_days ?? terms.agreement_days),
        max_orders: body.max_orders ?? null,
        concessions: [],
        ...agreementFrame(terms, company, negotiation),
        lines: agreedLines(record.lines, lines),
      },
      events: [sellerDecision("approved", input.actor_id, body, lines)],
      ...sellerMessage(input.actor_id, body.message),
    },
    events: [NEGOTIATION_EVENTS.approved, NEGOTIATION_EVENTS.agreed],
    // A rep's approval never touches the buyer's cart: their next request or `apply` brings it in.
    cart_id: null,
  })
})

/** A rep approves: agreement and price list at once, the buyer's cart when the buyer says so. */
export const approveWorkflow = caseWorkflow<ApproveInput>("negotiation-approve", prepareApproveStep)

/**
 * Approves the buyer's ask as it stands.
 * @throws ContractError also where the price could not be projected, e.g. because a variant has no price any more
 */
export async function approve(container: MedusaContainer, input: ApproveInput): Promise<CommandOutcome> {
  try {
    return await runCommand(container, approveWorkflow, input)
  } catch (error) {
    throw error instanceof ApplyFailed && isContractError(error.cause) ? error.cause : error
  }
}
