import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ContractError, type CounterBody } from "../../contract"
import type { CaseRecord } from "../../modules/negotiation/case-records"
import type { CaseChange, IdempotencyDraft } from "../../modules/negotiation/case-types"
import type { NegotiatingCompany } from "../company/resolve-company"
import { caseWorkflow } from "./case-workflow"
import { requireBetterPrice, requireBetterTotal, requireNegotiable, type LineAsk } from "./decide/check-ask"
import { decideAsk, toPerson, type Ask, type DecidedAsk } from "./decide/decide-ask"
import { agreementOf, answerOf, eventsOf, memoryOf, offerOf, patchOf } from "./decide/decided-change"
import { asksOf, decidedLines } from "./decide/decided-lines"
import { NOTHING_STANDS, optionsInCase, type StandingOffer } from "./decide/standing-offer"
import { gatherFacts, type GatheredFacts } from "./facts/gather"
import { askedTotal, requireMayRequest, requireWithinLimit } from "../company/buyer-rights"
import { negotiationService } from "../negotiation-service"
import { openCartId } from "./facts/open-cart"
import { piecesInCart } from "./facts/read-cart"
import { livingOffer, loadForBuyer, requireTransition } from "./load-command"
import { agreesAsAsked, type CommandOutcome, type PreparedCommand } from "./prepared"
import { EVENTS_OF_ANSWER } from "./request-price"
import { ApplyFailed, runCommand } from "./run-command"

/** A buyer's new ask in an open case. */
export interface CounterInput {
  readonly id: string
  readonly customer_id: string
  readonly body: CounterBody
  readonly idempotency: IdempotencyDraft | null
  /** As in a price request: the yes that did not reach the cart goes to a person. */
  readonly to_person?: "apply_failed"
}

/** The asks of a counter; lines it does not name keep what was asked before. */
function asksIn(record: CaseRecord, body: CounterBody): LineAsk[] {
  const named = body.lines ?? []
  const ids = new Set(named.map((line) => line.line_id))
  if (ids.size < named.length) throw new ContractError("duplicate_line", "A line is asked for twice")
  for (const line of named) {
    if (!record.lines.some((each) => each.id === line.line_id)) {
      throw new ContractError("unknown_line", "A line is not in this negotiation", { line_id: line.line_id })
    }
  }
  return record.lines.map((line) => {
    const ask = named.find((each) => each.line_id === line.id)
    return { line_id: line.id, unit_price: ask?.target_unit_price ?? Number(line.target_unit_price), quantity: ask?.quantity ?? line.quantity }
  })
}

const inCart = (quantity_in_cart: number | undefined) => (quantity_in_cart === undefined ? {} : { quantity_in_cart })

/**
 * Facts of a case as they are now, about the lines it already has.
 * @param offering false where nothing is going to be offered: then nobody is asked what else could be traded.
 */
export async function gatherForCase(container: MedusaContainer, record: CaseRecord, company: NegotiatingCompany, offering = true): Promise<GatheredFacts> {
  const { region_id, currency_code, sales_channel_id, cart_id, customer_id, context } = record.negotiation
  const pieces = offering ? await piecesInCart(container, cart_id, customer_id) : new Map<string, number>()
  return gatherFacts(container, {
    company,
    region_id,
    currency_code,
    sales_channel_id,
    cart_id,
    context: offering ? context : null,
    lines: record.lines.map((line) => ({
      line_id: line.id,
      variant_id: line.variant_id,
      product_id: line.product_id,
      line_item_id: line.line_item_id,
      title: line.title,
      sku: line.sku,
      quantity: line.quantity,
      ...inCart(pieces.get(line.line_item_id ?? "")),
      competing_offer: line.competing_offer,
    })),
  })
}

function counterChange(
  record: CaseRecord,
  gathered: GatheredFacts,
  decided: DecidedAsk,
  asks: readonly LineAsk[],
  input: CounterInput,
  now: Date
): CaseChange {
  const drafts = decidedLines(gathered, asksOf(gathered, decided, asks), decided)
  const { answer } = answerOf(decided)
  const stands = livingOffer(record, now) !== null
  // What stands goes on standing while a person looks: it is not offered a second time.
  const offer = answer === "person" && stands ? undefined : offerOf(gathered, decided, now)
  const agreement = agreementOf(gathered, decided, drafts, now)
  const closes = answer === "accept" ? "accepted" : offer || answer === "decline" ? "superseded" : null
  const { message } = input.body
  return {
    negotiation_id: record.negotiation.id,
    expected_version: input.body.version,
    patch: patchOf(decided, drafts, now),
    lines: drafts,
    ...(closes ? { close_offer: closes } : {}),
    ...(offer ? { offer } : {}),
    ...(agreement ? { agreement } : {}),
    events: eventsOf(gathered, "countered", { type: "buyer", id: input.customer_id }, decided, drafts, message),
    memory: memoryOf(gathered, decided.decision, decided.terms, now),
    ...(message ? { message: { author_type: "buyer" as const, author_id: input.customer_id, text: message, internal: false } } : {}),
    idempotency: input.idempotency,
  }
}

/** The offer that stands in a case, in its own terms. */
function standingIn(record: CaseRecord, now: Date): StandingOffer {
  const offer = livingOffer(record, now)
  return offer ? { options: optionsInCase(offer.options, (line) => line.line_id), agreement_days: offer.agreement_days } : NOTHING_STANDS
}

const prepareCounterStep = createStep("prepare-counter", async (input: CounterInput, { container }): Promise<StepResponse<PreparedCommand>> => {
  const now = new Date()
  const { record, company } = await loadForBuyer(container, { id: input.id, customer_id: input.customer_id, version: input.body.version })
  requireTransition(record.negotiation.status, "counter", "awaiting_buyer")
  requireMayRequest(company)
  const gathered = await gatherForCase(container, record, company)
  requireNegotiable(gathered, record.negotiation.is_tax_inclusive)
  const { target_total } = input.body
  const asks = target_total === undefined ? asksIn(record, input.body) : []
  const ask: Ask = target_total === undefined ? { type: "lines", asks } : { type: "total", total: target_total }
  if (ask.type === "total") requireBetterTotal(gathered, ask.total)
  else requireBetterPrice(gathered, ask.asks)

  requireWithinLimit(company, { currency_code: record.negotiation.currency_code, needed: askedTotal(ask) })

  const secret = negotiationService(container).options.jitterSecret
  const answered = decideAsk(gathered, standingIn(record, now), ask, { secret, now, asker: company.buyer })
  const decided = input.to_person ? toPerson(answered, input.to_person) : answered
  const outcome: Omit<PreparedCommand, "change" | "events"> = {
    negotiation_id: record.negotiation.id,
    company_id: record.negotiation.company_id,
    customer_id: input.customer_id,
    cart_id: await openCartId(container, record.negotiation.cart_id, input.customer_id),
    exact: true,
  }
  const { answer } = answerOf(decided)
  if (answer === "counter" && decided.decision?.standing && livingOffer(record, now)) {
    return new StepResponse({ ...outcome, change: null, events: [] })
  }
  const change = counterChange(record, gathered, decided, asks, input, now)
  const exact = agreesAsAsked(decided.decision?.accepted ?? [], change.lines ?? [])
  return new StepResponse({ ...outcome, exact, change, events: EVENTS_OF_ANSWER[answer] })
})

/** A buyer counters. A repeated or lower ask changes nothing: the standing offer is the answer. */
export const counterWorkflow = caseWorkflow<CounterInput>("negotiation-counter", prepareCounterStep)

/** Answers a buyer's counter; a yes that can't be brought into the cart goes to a person. */
export async function counter(container: MedusaContainer, input: CounterInput): Promise<CommandOutcome> {
  try {
    return await runCommand(container, counterWorkflow, input)
  } catch (error) {
    if (!(error instanceof ApplyFailed)) throw error
    return runCommand(container, counterWorkflow, { ...input, to_person: "apply_failed" })
  }
}
