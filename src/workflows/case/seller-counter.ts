import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ContractError, NEGOTIATION_EVENTS, type SellerCounterBody } from "../../contract"
import type { CaseRecord } from "../../modules/negotiation/case-records"
import type { OptionDraft, OptionTerms, PricedLine } from "../../modules/negotiation/case-types"
import { caseWorkflow } from "./case-workflow"
import type { SellerInput } from "./command-inputs"
import { gatherForCase } from "./counter"
import { withCheaperFrom } from "./decide/cheaper-from"
import { currentUnitPrice } from "./decide/check-ask"
import { inDays } from "./decide/dates"
import { totalOf } from "./decide/decided-lines"
import { requireAtFloor } from "./decide/seller-floor"
import { caseTerms } from "./facts/case-terms"
import type { GatheredFacts } from "./facts/gather"
import { companyOfCase, loadForSeller, requireTransition } from "./load-command"
import { frameOf, type CommandOutcome, type PreparedCommand } from "./prepared"
import { runCommand } from "./run-command"
import { sellerDecision, sellerMessage } from "./seller-decision"

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

/** What the rep gives beside prices; null for prices alone. */
function optionTerms({ max_orders, concessions, lines }: SellerCounterBody): OptionTerms | null {
  const limits = lines.flatMap(({ line_id, max_quantity, committed_quantity }) =>
    max_quantity === undefined && committed_quantity === undefined
      ? []
      : [{ line_id, max_quantity: max_quantity ?? null, committed_quantity: committed_quantity ?? null }]
  )
  if (max_orders === undefined && limits.length === 0 && (concessions ?? []).length === 0) return null
  return { max_orders: max_orders ?? null, concessions: concessions ?? [], lines: limits }
}

/** The option a rep's prices make, with what it saves the buyer and leaves the seller. */
function optionOf(record: CaseRecord, gathered: GatheredFacts, offered: readonly PricedLine[], body: SellerCounterBody): OptionDraft {
  const now = totalOf(currentLines(gathered, offered))
  const price = totalOf(offered)
  const costs = offered.map((line) => {
    const cost = gathered.stored.costs.find((each) => each.variant_id === line.variant_id)
    return cost ? { ...line, unit_price: Number(cost.unit_cost) } : null
  })
  const known = costs.filter((line) => line !== null)
  const contribution = known.length === offered.length ? Math.round((price - totalOf(known)) * 10_000) / 10_000 : null
  const moreVolume = offered.some((line) => line.quantity > (record.lines.find((each) => each.id === line.line_id)?.quantity ?? 0))
  return {
    kind: moreVolume ? "volume" : "counter",
    lines: withCheaperFrom(gathered, offered),
    terms: optionTerms(body),
    saving_total: Math.round((now - price) * 10_000) / 10_000,
    contribution,
    margin_bps: contribution === null ? null : Math.round((contribution / price) * 10_000),
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
  const [gathered, terms] = await Promise.all([gatherForCase(container, record, company), caseTerms(container, negotiation)])
  requireAtFloor(gathered, offered, now)
  const option = optionOf(record, gathered, offered, body)
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
