import { generateEntityId } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ContractError, NEGOTIATION_EVENTS, type NegotiationEventName, type PriceRequest } from "../../contract"
import type { CaseChange, IdempotencyDraft } from "../../modules/negotiation/case-types"
import { requireFiles } from "../attachment/require-files"
import { ensureCompany, resolveCompany } from "../company/resolve-company"
import { caseWorkflow } from "./case-workflow"
import { isTaxInclusive, requireBetterPrice, requireBetterTotal, requireNegotiable } from "./decide/check-ask"
import { inDays } from "./decide/dates"
import { decideAsk, toPerson, type Ask } from "./decide/decide-ask"
import { agreementOf, answerOf, eventsOf, memoryOf, offerOf, patchOf } from "./decide/decided-change"
import { asksOf, decidedLines } from "./decide/decided-lines"
import { optionsInCase, restated, type StandingOffer } from "./decide/standing-offer"
import { askedTotal, requireMayRequest, requireWithinLimit } from "../company/buyer-rights"
import { gatherFacts, type GatheredFacts } from "./facts/gather"
import { withTitles } from "./facts/line-title"
import { negotiationService } from "../negotiation-service"
import { readCart, type CartSnapshot } from "./facts/read-cart"
import { agreesAsAsked, type CommandOutcome, type PreparedCommand } from "./prepared"
import { requestedLines } from "./request-lines"
import { ApplyFailed, runCommand } from "./run-command"

/** A buyer's price request. */
export interface RequestPriceInput {
  readonly customer_id: string
  readonly body: PriceRequest
  readonly idempotency: IdempotencyDraft | null
  /** Set where the answer was yes but the price did not reach the cart: the case goes to a person with this reason. */
  readonly to_person?: "apply_failed"
}

/** Events by the engine's answer; the request itself is always one. */
export const EVENTS_OF_ANSWER: Readonly<Record<ReturnType<typeof answerOf>["answer"], readonly NegotiationEventName[]>> = {
  accept: [NEGOTIATION_EVENTS.agreed],
  counter: [NEGOTIATION_EVENTS.countered],
  person: [NEGOTIATION_EVENTS.escalated],
  decline: [NEGOTIATION_EVENTS.declined],
  expire: [NEGOTIATION_EVENTS.expired],
}

/** A cart of somebody else is as good as none. */
async function ownCart(container: MedusaContainer, cartId: string, customerId: string): Promise<CartSnapshot & { region_id: string }> {
  const cart = await readCart(container, cartId)
  if (!cart || cart.customer_id !== customerId || cart.region_id === null) throw new ContractError("not_found", "Not found")
  return { ...cart, region_id: cart.region_id }
}

/** The buyer's own open cases on these variants: a new request takes their place, and what they offered still counts. */
function replacedCases(gathered: GatheredFacts, customerId: string) {
  const mine = gathered.stored.open_cases.filter((each) => each.customer_id === customerId)
  const lineOf = (line: { variant_id: string }) =>
    gathered.input.lines.find((each) => each.variant_id === line.variant_id)?.line_id ?? null
  const offers = mine.flatMap(({ offer }) => (offer ? [{ ...offer, expires_at: new Date(offer.expires_at) }] : []))
  // The one that ends first: what is said again of several lasts no longer than any of them.
  const offer = offers.sort((a, b) => a.expires_at.getTime() - b.expires_at.getTime())[0] ?? null
  const standing: StandingOffer = {
    // Only what answers the whole request: an option for some of its lines would leave the others without an answer.
    options: mine
      .flatMap((each) => optionsInCase(each.options, lineOf))
      .filter((option) => option.lines.length === gathered.input.lines.length),
    agreement_days: offer?.agreement_days ?? null,
  }
  return { ids: mine.map((each) => each.id), standing, offer: offer && { ...offer, options: restated(gathered, standing) } }
}

const prepareRequestStep = createStep("prepare-price-request", async (input: RequestPriceInput, { container }) => {
  const now = new Date()
  const { body, customer_id } = input
  const [cart, resolved] = await Promise.all([ownCart(container, body.cart_id, customer_id), resolveCompany(container, customer_id)])
  requireMayRequest(resolved)
  const { lines: wanted, asks } = requestedLines(cart, body)
  const [lines] = await Promise.all([
    withTitles(container, cart.items, wanted),
    requireFiles(container, resolved.key, (body.lines ?? []).flatMap(({ competing_offer }) => competing_offer?.file_id ?? [])),
  ])
  const company = await ensureCompany(container, resolved)
  const gathered = await gatherFacts(container, {
    company,
    region_id: cart.region_id,
    currency_code: cart.currency_code,
    sales_channel_id: cart.sales_channel_id,
    cart_id: cart.id,
    lines,
    context: body.context ?? {},
  })
  requireNegotiable(gathered)
  const ask: Ask = body.target_total === undefined ? { type: "lines", asks } : { type: "total", total: body.target_total }
  if (ask.type === "total") requireBetterTotal(gathered, ask.total)
  else requireBetterPrice(gathered, ask.asks)
  requireWithinLimit(resolved, { currency_code: cart.currency_code, needed: askedTotal(ask) })

  const replaced = replacedCases(gathered, customer_id)
  const secret = negotiationService(container).options.jitterSecret
  const answered = decideAsk(gathered, replaced.standing, ask, { secret, now, asker: resolved.buyer })
  const decided = input.to_person ? toPerson(answered, input.to_person) : answered
  const drafts = decidedLines(gathered, asksOf(gathered, decided, asks), decided)
  const { answer } = answerOf(decided)
  const negotiationId = generateEntityId(undefined, "neg")
  const offer = offerOf(gathered, decided, now, input.to_person ? null : replaced.offer)
  const agreement = agreementOf(gathered, decided, drafts, now)
  const change: CaseChange = {
    negotiation_id: negotiationId,
    expected_version: null,
    draft: {
      previous_id: gathered.stored.memory[0]?.negotiation_id ?? null,
      origin: "buyer",
      company_id: company.id,
      company_name: company.name,
      customer_id,
      customer_email: company.customer.email,
      region_id: cart.region_id,
      currency_code: cart.currency_code,
      sales_channel_id: cart.sales_channel_id,
      is_tax_inclusive: isTaxInclusive(gathered),
      cart_id: cart.id,
      segment: company.segment,
      context: body.context ?? {},
      expires_at: inDays(now, decided.terms.window_days),
    },
    patch: patchOf(decided, drafts, now),
    lines: drafts,
    ...(offer ? { offer } : {}),
    ...(agreement ? { agreement } : {}),
    events: eventsOf(gathered, "requested", { type: "buyer", id: customer_id }, decided, drafts, body.message),
    memory: memoryOf(gathered, decided.decision, decided.terms, now),
    ...(body.message ? { message: { author_type: "buyer" as const, author_id: customer_id, text: body.message, internal: false } } : {}),
    // What stood goes on standing where a yes to it could not be brought into the cart.
    supersede: input.to_person ? [] : replaced.ids,
    idempotency: input.idempotency,
  }
  return new StepResponse<PreparedCommand>({
    negotiation_id: negotiationId,
    company_id: company.id,
    customer_id,
    change,
    events: [NEGOTIATION_EVENTS.requested, ...EVENTS_OF_ANSWER[answer]],
    cart_id: cart.id,
    exact: agreesAsAsked(decided.decision?.accepted ?? [], drafts),
  })
})

/** A buyer asks for better prices: one decision, one transaction, and on a yes the price in the cart. */
export const requestPriceWorkflow = caseWorkflow<RequestPriceInput>("negotiation-request-price", prepareRequestStep)

/**
 * Answers a price request. Where the answer is yes but the price can't be brought into the cart, nothing of the yes is
 * left and the same request goes to a person.
 */
export async function requestPrice(container: MedusaContainer, input: RequestPriceInput): Promise<CommandOutcome> {
  try {
    return await runCommand(container, requestPriceWorkflow, input)
  } catch (error) {
    if (!(error instanceof ApplyFailed)) throw error
    return runCommand(container, requestPriceWorkflow, { ...input, to_person: "apply_failed" })
  }
}
