import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ContractError, NEGOTIATION_EVENTS, type SellerCounterBody } from "../../contract"
import type { CaseRecord } from "../../modules/negotiation/case-records"
import type { OptionDraft, OptionTerms, PricedLine } from "../../modules/negotiation/case-types"
import { caseWorkflow } from "./case-workflow"
import type { SellerInput } from "./command-inputs"
import { gatherForCase } from "./counter"
import { withCheaperFrom } from "./decide/cheaper-from"
import { currentUnitPrice, requireOneKindOfPrice } from "./decide/check-ask"
import { inDays } from "./decide/dates"
import { requireAtFloor } from "./decide/seller-floor"
import { leftToSeller, totalOf } from "./decide/totals"
import { caseTerms } from "./facts/case-terms"
import type { GatheredFacts } from "./facts/gather"
import { companyOfCase, loadForSeller, requireTransition } from "./load-command"
import { frameOf, type CommandOutcome, type PreparedCommand } from "./prepared"
import { runCommand } from "./run-command"
import { sellerDecision, sellerMessage } from "./seller-decision"
import { sellerTerms } from "./seller-terms"

/** A rep offers prices. */
export type SellerCounterInput = SellerInput<SellerCounterBody>

/** A price for every line of the case: an offer is whole or none. */
function offeredLines(record: CaseRecord, body: SellerCounterBody): PricedLine[] {
  const ids = new Set(body.lines.map((line) => line.line_id))
  if (ids.size < body.lines.length) throw new ContractError("duplicate_line", "A line is priced twice")
  for (const line of body.lines) {
    if (!record.lines.some((each) => each.id === line.line_id)) {
      throw new ContractError("unknown_line", "A line is not in this negotiation", { line_id: line.line_id })
    }
  }
  return record.lines.map((line) => {
    const offered = body.lines.find((each) => each.line_id === line.id)
    if (!offered) throw new ContractError("unknown_line", `${line.title} has no price`, { line_id: line.id })
    return { line_id: line.id, variant_id: line.variant_id, quantity: offered.quantity ?? line.quantity, unit_price: offered.unit_price }
  })
}

/** What the buyer pays now for the offered quantities. @throws ContractError `invalid_price` for an offer that is no better */
function currentLines(gathered: GatheredFacts, offered: readonly PricedLine[]): PricedLine[] {
  return offered.map((line) => {
    const wanted = gathered.input.lines.find((each) => each.line_id === line.line_id)
    const current = wanted ? currentUnitPrice(gathered, wanted, line.quantity) : null
    if (current === null || line.unit_price >= current) {
      throw new ContractError("invalid_price", `${wanted?.title ?? line.line_id}: the buyer already pays ${current}`, {
        line_id: line.line_id,
        current_unit_price: current,
      })
    }
    return { ...line, unit_price: current }
  })
}

/** One concession of freight or of a payment term makes the option one of its kind; else the pieces do. */
function kindOf(record: CaseRecord, offered: readonly PricedLine[], terms: OptionTerms | null): OptionDraft["kind"] {
  const [only, ...more] = terms?.concessions ?? []
  if (only && more.length === 0 && only.kind !== "basket") return only.kind
  const moreVolume = offered.some((line) => line.quantity > (record.lines.find((each) => each.id === line.line_id)?.quantity ?? 0))
  return moreVolume ? "volume" : "counter"
}

/** The option a rep's prices make, with what it saves the buyer and leaves the seller, concessions left out of both. */
function optionOf(record: CaseRecord, gathered: GatheredFacts, offered: readonly PricedLine[], terms: OptionTerms | null): OptionDraft {
  const saving = totalOf(currentLines(gathered, offered)) - totalOf(offered)
  return {
    kind: kindOf(record, offered, terms),
    lines: withCheaperFrom(gathered, offered),
    terms,
    saving_total: Math.round(saving * 10_000) / 10_000,
    ...leftToSeller(gathered, offered),
  }
}

const prepareSellerCounterStep = createStep("prepare-seller-counter", async (input: SellerCounterInput, { container }) => {
  const now = new Date()
  const { body } = input
  const record = await loadForSeller(container, input.id, body.version)
  const { negotiation } = record
  requireTransition(negotiation.status, "counter_offer", "awaiting_buyer")
  const offered = offeredLines(record, body)
  const company = await companyOfCase(container, record)
  const [gathered, terms, given] = await Promise.all([
    gatherForCase(container, record, company, false),
    caseTerms(container, negotiation),
    sellerTerms(container, negotiation, body, offered),
  ])
  requireOneKindOfPrice(gathered, negotiation.is_tax_inclusive)
  requireAtFloor(gathered, offered, now, given?.concessions)
  const option = optionOf(record, gathered, offered, given)
  return new StepResponse<PreparedCommand>({
    ...frameOf(negotiation),
    change: {
      negotiation_id: negotiation.id,
      expected_version: body.version,
      patch: { status: "awaiting_buyer", reason_code: null, sla_due_at: null, touched_by_person: true },
      close_offer: "superseded",
      offer: {
        round: negotiation.round,
        origin: "person",
        expires_at: inDays(now, terms.offer_days),
        agreement_days: body.agreement_days ?? terms.agreement_days,
        options: [option],
      },
      events: [sellerDecision("countered", input.actor_id, body, offered)],
      ...sellerMessage(input.actor_id, body.message),
    },
    events: [NEGOTIATION_EVENTS.countered],
    cart_id: null,
  })
})

/** A rep counters: the offer takes the place of what stood. */
export const sellerCounterWorkflow = caseWorkflow<SellerCounterInput>("negotiation-seller-counter", prepareSellerCounterStep)

/** Puts a rep's prices on the table. */
export function sellerCounter(container: MedusaContainer, input: SellerCounterInput): Promise<CommandOutcome> {
  return runCommand(container, sellerCounterWorkflow, input)
}
