import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ContractError, NEGOTIATION_EVENTS, type AcceptBody } from "../../contract"
import type { CaseChange } from "../../modules/negotiation/case-types"
import { agreedLines, agreementFrame, titledLines } from "./agreed-lines"
import { requireMayAccept, requireWithinLimit } from "../company/buyer-rights"
import { caseWorkflow } from "./case-workflow"
import type { BuyerInput } from "./command-inputs"
import { inDays, inHours } from "./decide/dates"
import { concessionOf } from "./decide/effective-price"
import { totalOf } from "./decide/totals"
import { caseTerms } from "./facts/case-terms"
import { openCartId } from "./facts/open-cart"
import { livingOffer, loadForBuyer, requireTransition } from "./load-command"
import { frameOf, type CommandOutcome, type PreparedCommand } from "./prepared"
import { ApplyFailed, runCommand } from "./run-command"

/** A buyer takes an option that stands. */
export type AcceptInput = BuyerInput<AcceptBody>

const prepareAcceptStep = createStep("prepare-accept", async (input: AcceptInput, { container }) => {
  const now = new Date()
  const { body } = input
  const { record, company } = await loadForBuyer(container, { id: input.id, customer_id: input.customer_id, version: body.version })
  const { negotiation } = record
  requireTransition(negotiation.status, "accept", "agreed")
  requireMayAccept(company)
  if (!record.offer || record.offer.id !== body.offer_id) throw new ContractError("not_found", "Not found")
  const offer = livingOffer(record, now)
  if (!offer) throw new ContractError("offer_expired", "This offer has expired")
  const option = offer.options.find((each) => each.id === body.option_id)
  if (!option) throw new ContractError("not_found", "Not found")

  const lines = [...option.lines]
  requireWithinLimit(company, { currency_code: negotiation.currency_code, needed: totalOf(lines) })

  const [cart_id, terms] = await Promise.all([openCartId(container, negotiation.cart_id, input.customer_id), caseTerms(container, negotiation)])
  const change: CaseChange = {
    negotiation_id: negotiation.id,
    expected_version: body.version,
    patch: { status: "agreed", reason_code: null, sla_due_at: null, closed_at: now },
    close_offer: "accepted",
    agreement: {
      offer_id: offer.id,
      option_id: option.id,
      valid_until: inDays(now, offer.agreement_days),
      max_orders: option.terms?.max_orders ?? null,
      concessions: option.terms?.concessions ?? [],
      ...agreementFrame(terms, company, negotiation),
      lines: agreedLines(titledLines(record.lines, option), lines, option.terms),
    },
    events: [{ kind: "accepted", actor: { type: "buyer", id: input.customer_id }, lines }],
    idempotency: input.idempotency,
  }
  return new StepResponse<PreparedCommand>({
    ...frameOf(negotiation),
    change,
    events: [NEGOTIATION_EVENTS.agreed],
    cart_id,
    payment_term: option.kind === "payment_term" ? (concessionOf(option.terms)?.payment_term ?? null) : null,
  })
})

/** A buyer accepts an option: agreement, the company's price list, the cart at the agreed quantity and price. */
export const acceptWorkflow = caseWorkflow<AcceptInput>("negotiation-accept", prepareAcceptStep)

const prepareApplyFailedStep = createStep("prepare-apply-failed", async (input: AcceptInput, { container }) => {
  const now = new Date()
  const { record } = await loadForBuyer(container, { id: input.id, customer_id: input.customer_id, version: input.body.version })
  requireTransition(record.negotiation.status, "apply_failed", "in_review")
  const terms = await caseTerms(container, record.negotiation)
  const option = record.offer?.options.find((each) => each.id === input.body.option_id)
  const change: CaseChange = {
    negotiation_id: record.negotiation.id,
    expected_version: input.body.version,
    patch: { status: "in_review", reason_code: "apply_failed", sla_due_at: inHours(now, record.negotiation.sla_hours ?? terms.sla_hours), touched_by_person: true },
    events: [
      { kind: "accepted", actor: { type: "buyer", id: input.customer_id }, lines: [...(option?.lines ?? [])] },
      { kind: "apply_failed", actor: { type: "system", id: null }, reason_code: "apply_failed" },
    ],
    idempotency: input.idempotency,
  }
  return new StepResponse<PreparedCommand>({
    ...frameOf(record.negotiation),
    change,
    events: [NEGOTIATION_EVENTS.escalated],
    cart_id: null,
  })
})

/** The accepted price did not reach the cart: a person takes over, the offer goes on standing. */
export const applyFailedWorkflow = caseWorkflow<AcceptInput>("negotiation-apply-failed", prepareApplyFailedStep)

/** Accepts an option; where its price can't be brought into the cart everything is taken back and a person takes over. */
export async function accept(container: MedusaContainer, input: AcceptInput): Promise<CommandOutcome> {
  try {
    return await runCommand(container, acceptWorkflow, input)
  } catch (error) {
    if (!(error instanceof ApplyFailed)) throw error
    return runCommand(container, applyFailedWorkflow, input)
  }
}
