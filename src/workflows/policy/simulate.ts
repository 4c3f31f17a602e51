import type { MedusaContainer } from "@medusajs/framework/types"
import type { PolicyScope, PolicyTerms, SimulateBody, Simulation } from "../../contract"
import { compilePolicy, decide, fromUnits, lineTotal, termsFor, toUnits, type CaseDecision, type CaseFacts, type LineFacts, type OptionLine, type UnitPrice } from "../../engine"
import { currencyDecimals } from "../case/facts/currency"
import { checkTermsInStore, refuse } from "./check-terms"
import { negotiationService } from "../negotiation-service"

const WHOLE_BPS = 10_000
const PER_CENT = 100

/** Finer than the engine counts: rounded like a price with tax taken off. */
const units = (amount: number): UnitPrice => toUnits(amount) ?? (Math.round(amount * WHOLE_BPS) as UnitPrice)
const amountOrNull = (value: number | null): number | null => (value === null ? null : fromUnits(value))

function lineFacts(line: SimulateBody["lines"][number], index: number): LineFacts {
  const current = line.current_unit_price ?? line.list_unit_price
  return {
    line_id: String(index),
    variant_id: `variant_${index}`,
    excluded: null,
    list_unit_price: units(line.list_unit_price),
    own_prices: [{ min_quantity: 1, unit_price: units(current) }],
    quantity: line.quantity,
    unit_cost: line.unit_cost === null ? null : units(line.unit_cost),
    cost_age_days: 0,
    stock: null,
    lot: null,
    last_paid: line.last_paid ? { unit_price: units(line.last_paid.unit_price), quantity: line.last_paid.quantity, age_days: 0 } : null,
    largest_past_quantity: null,
    competing_unit_price: null,
    jitter: 0,
    scopes: line.scopes,
  }
}

function caseFacts(body: SimulateBody, terms: PolicyTerms, payment_terms: CaseFacts["payment_terms"]): CaseFacts {
  return {
    currency: { code: body.currency_code, decimals: currencyDecimals(body.currency_code) },
    company: { ...body.company, opted_out: false },
    lines: body.lines.map(lineFacts),
    needed_in_days: body.needed_in_days,
    freight: terms.levers.freight.map(({ shipping_option_id }) => ({ shipping_option_id, total: null })),
    payment_terms: payment_terms ?? [],
  }
}

function shownLines(lines: readonly OptionLine[]) {
  return lines.map(({ line_id, quantity, unit_price }) => ({ line: Number(line_id), quantity, unit_price: fromUnits(unit_price) }))
}

/** What was agreed at once, as an option that leaves what it leaves. */
function agreed(facts: CaseFacts, { accepted }: CaseDecision): Simulation["menu"] {
  if (accepted.length === 0) return []
  const sums = accepted.map(({ line_id, quantity, unit_price }) => {
    const line = facts.lines.find((each) => each.line_id === line_id)
    const total = lineTotal(unit_price, quantity) ?? 0
    const before = lineTotal(line?.own_prices[0]?.unit_price ?? 0, quantity) ?? 0
    return { total, before, cost: line?.unit_cost === null || line === undefined ? null : (lineTotal(line.unit_cost, quantity) ?? 0) }
  })
  const add = (pick: (sum: (typeof sums)[number]) => number) => sums.reduce((all, sum) => all + pick(sum), 0)
  const total = add((sum) => sum.total)
  const contribution = sums.some(({ cost }) => cost === null) ? null : total - add(({ cost }) => cost ?? 0)
  return [{
    kind: "as_asked",
    lines: shownLines(accepted),
    concession: null,
    saving_total: fromUnits(add((sum) => sum.before) - total),
    contribution: amountOrNull(contribution),
    margin: contribution === null || total === 0 ? null : Math.round((contribution / total) * WHOLE_BPS) / WHOLE_BPS,
  }]
}

function offered({ menu }: CaseDecision): Simulation["menu"] {
  return menu.map(({ kind, lines, concession, saving_total, contribution, margin }) => ({
    kind,
    lines: shownLines(lines),
    concession: concession && { percent: concession.percent / PER_CENT, shipping_option_id: concession.shipping_option_id, payment_term: concession.payment_term },
    saving_total: fromUnits(saving_total),
    contribution: amountOrNull(contribution),
    margin: margin === null ? null : margin / WHOLE_BPS,
  }))
}

function present(decision: CaseDecision, facts: CaseFacts, terms: PolicyTerms): Simulation {
  const { answer, reason_code, route } = decision
  return {
    answer,
    reason_code,
    strategy: termsFor(terms, facts.company.segment ?? null).strategy,
    route: route && { ...route, sla_hours: route.sla_hours ?? terms.sla_hours },
    menu: answer === "accept" ? agreed(facts, decision) : offered(decision),
    lines: decision.lines.map((line) => ({
      line: Number(line.line_id),
      answer: line.answer,
      reason_code: line.reason_code,
      counter_unit_price: amountOrNull(line.counter_unit_price),
      floor_unit_price: amountOrNull(line.floor_unit_price),
      break_even_quantity: line.break_even_quantity,
      trace: line.trace.map((term) => ({ ...term })),
    })),
  }
}

/**
 * What a policy's terms would answer to a first ask by this company: the engine's own decision with its trace. Stores
 * nothing, and refuses what saving them would. Jitter, stock, tiers and what was given before are left out: they belong to a real buyer.
 * @param scope the cases their policy is for
 * @throws ContractError `policy_invalid` with the places, where the terms can't work
 */
export async function simulatePolicy(container: MedusaContainer, terms: PolicyTerms, scope: PolicyScope, body: SimulateBody): Promise<Simulation> {
  await checkTermsInStore(container, terms, scope)
  const compiled = compilePolicy(terms, body.company.segment)
  if (!compiled.ok) {
    refuse(compiled.problems)
    throw new Error("A policy that passed its check did not compile")
  }
  const { paymentTerms } = negotiationService(container).options
  const facts = caseFacts(body, terms, paymentTerms?.map(({ id, days }) => ({ id, days })))
  const asks = body.lines.map((line, index) => ({ line_id: String(index), unit_price: units(line.target_unit_price), quantity: line.quantity }))
  const decision = decide(compiled.policy, facts, { memory: {}, standing: [], cooling_down: false }, { type: "ask", asks })
  return present(decision, facts, terms)
}
