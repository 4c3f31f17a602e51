import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ContractError, NEGOTIATION_EVENTS, type RefuseBody } from "../../contract"
import type { CaseChange, EventDraft } from "../../modules/negotiation/case-types"
import { caseWorkflow } from "./case-workflow"
import type { BuyerInput } from "./command-inputs"
import { inHours } from "./decide/dates"
import { caseTerms } from "./facts/case-terms"
import { livingOffer, loadForBuyer, requireTransition } from "./load-command"
import { buyerMessage } from "./buyer-message"
import { frameOf, type CommandOutcome, type PreparedCommand } from "./prepared"
import { runCommand } from "./run-command"

/** A buyer refuses what stands. */
export type RefuseInput = BuyerInput<RefuseBody>

const prepareRefuseStep = createStep("prepare-refuse", async (input: RefuseInput, { container }) => {
  const now = new Date()
  const { body, customer_id } = input
  const { record } = await loadForBuyer(container, { id: input.id, customer_id, version: body.version })
  const { negotiation } = record
  const terms = await caseTerms(container, negotiation)
  const toPerson = terms.on_refusal === "person"
  requireTransition(negotiation.status, "refuse", toPerson ? "in_review" : "declined")
  if (!livingOffer(record, now)) throw new ContractError("offer_expired", "There is no offer to refuse")

  const events: EventDraft[] = [
    {
      kind: "refused",
      actor: { type: "buyer", id: customer_id },
      reason_code: body.reason_code ?? null,
      message: body.message ?? null,
      trace: body.competitor ? { competitor: body.competitor } : null,
    },
    { kind: toPerson ? "escalated" : "declined", actor: { type: "system", id: null }, reason_code: "buyer_refused" },
  ]
  const change: CaseChange = {
    negotiation_id: negotiation.id,
    expected_version: body.version,
    patch: toPerson
      ? { status: "in_review", reason_code: "buyer_refused", sla_due_at: inHours(now, negotiation.sla_hours ?? terms.sla_hours), touched_by_person: true }
      : { status: "declined", reason_code: "buyer_refused", sla_due_at: null, closed_at: now },
    close_offer: "refused",
    ...(toPerson ? {} : { cool_down_until: inHours(now, terms.cool_down_hours) }),
    events,
    ...buyerMessage(customer_id, body.message),
    idempotency: input.idempotency,
  }
  return new StepResponse<PreparedCommand>({
    ...frameOf(negotiation),
    change,
    events: [NEGOTIATION_EVENTS.refused, toPerson ? NEGOTIATION_EVENTS.escalated : NEGOTIATION_EVENTS.declined],
    cart_id: null,
  })
})

/** A buyer refuses the offer: it goes to a rep or ends, as the policy says. */
export const refuseWorkflow = caseWorkflow<RefuseInput>("negotiation-refuse", prepareRefuseStep)

/** Refuses the offer that stands. */
export function refuse(container: MedusaContainer, input: RefuseInput): Promise<CommandOutcome> {
  return runCommand(container, refuseWorkflow, input)
}
