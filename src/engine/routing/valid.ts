import type { CaseEvent, CaseFacts, CaseState, LineFacts, LineMemory, StandingOption } from "../types"
import { isWhole, MAX_QUANTITY, MAX_UNIT_PRICE } from "../money/brands"
import { MAX_DECIMALS } from "../money/grid"
import { validConcession, validLeverFacts, validLineLevers } from "./valid-levers"
import { validTiers } from "./valid-tiers"

/** Largest jitter, in basis points of list. */
const MAX_JITTER = 1_000
const SAFE = Number.MAX_SAFE_INTEGER

const isPrice = (value: unknown): value is number => isWhole(value, 0, MAX_UNIT_PRICE)
const isQuantity = (value: unknown): value is number => isWhole(value, 1, MAX_QUANTITY)
const isAge = (value: unknown): boolean => typeof value === "number" && value >= 0 && value < Number.POSITIVE_INFINITY

/** True for an object: stored JSON may hold anything. */
const isRecord = (value: unknown): boolean => typeof value === "object" && value !== null

function validLastPaid(last: LineFacts["last_paid"]): boolean {
  if (last === null) return true
  const cost = last.unit_cost ?? null
  return isPrice(last.unit_price) && isQuantity(last.quantity) && isAge(last.age_days) && (cost === null || isPrice(cost))
}

/** True where the figures of a line can be reckoned with. A cost above list is a fault of the data, not a price. */
export function isValidLine(line: LineFacts): boolean {
  return (
    isRecord(line) &&
    isWhole(line.list_unit_price, 1, MAX_UNIT_PRICE) &&
    validTiers(line.own_prices) &&
    isQuantity(line.quantity) &&
    (line.quantity_in_cart === undefined || isQuantity(line.quantity_in_cart)) &&
    (line.unit_cost === null || isWhole(line.unit_cost, 0, line.list_unit_price)) &&
    isAge(line.cost_age_days) &&
    (line.stock === null || line.stock === "unknown" || isWhole(line.stock, 0, SAFE)) &&
    (line.lot === null || isQuantity(line.lot)) &&
    validLastPaid(line.last_paid) &&
    (line.largest_past_quantity === null || isWhole(line.largest_past_quantity, 0, SAFE)) &&
    (line.competing_unit_price === null || isPrice(line.competing_unit_price)) &&
    isWhole(line.jitter, -MAX_JITTER, MAX_JITTER) &&
    validLineLevers(line) &&
    (line.scopes === undefined || (Array.isArray(line.scopes) && line.scopes.every((scope) => typeof scope === "string")))
  )
}

function validEntries(entries: LineMemory["asks"]): boolean {
  return Array.isArray(entries) && entries.every((entry) => isRecord(entry) && isQuantity(entry.quantity) && isPrice(entry.unit_price))
}

/** True where a stored memory is what a decision once returned. */
export function isValidMemory(memory: LineMemory): boolean {
  return (
    isRecord(memory) &&
    isWhole(memory.rounds, 0, SAFE) &&
    validEntries(memory.asks) &&
    validEntries(memory.counters) &&
    (memory.marginal_price === null || isPrice(memory.marginal_price))
  )
}

function validStanding(option: StandingOption): boolean {
  return isRecord(option) && validConcession(option) && Array.isArray(option.lines) && option.lines.every((line) => isRecord(line) && isQuantity(line.quantity) && isPrice(line.unit_price))
}

/** True where a company is told of: who may not negotiate at all, and who goes to a person, is never guessed. */
function validCompany(company: CaseFacts["company"]): boolean {
  return isRecord(company) && typeof company.opted_out === "boolean" && typeof company.strategic === "boolean"
}

/** True where the facts of the case itself can be reckoned with; lines apart. */
function validCase(facts: CaseFacts): boolean {
  return (
    typeof facts.currency?.code === "string" &&
    isWhole(facts.currency.decimals, 0, MAX_DECIMALS) &&
    validCompany(facts.company) &&
    Array.isArray(facts.lines) &&
    facts.lines.length > 0 &&
    validLeverFacts(facts)
  )
}

/** True where what is kept of the case can be reckoned with; what is remembered of its lines apart. */
function validState({ memory, standing }: CaseState): boolean {
  return isRecord(memory) && Array.isArray(standing) && standing.every(validStanding)
}

/** True where a line, and what is remembered of it, can be reckoned with. The state is known to be valid but for that. */
function isReckonable(line: LineFacts, { memory }: CaseState): boolean {
  if (!isValidLine(line)) return false
  const kept = memory[line.line_id]
  return kept === undefined || isValidMemory(kept)
}

/** True where asks name known lines, none twice, each at a price and quantity in range. */
function validAsks({ lines }: CaseFacts, asks: Extract<CaseEvent, { type: "ask" }>["asks"]): boolean {
  const first = asks[0]
  if (asks.length === 1 && first !== undefined) return isRecord(first) && isPrice(first.unit_price) && isQuantity(first.quantity) && lines.some(({ line_id }) => line_id === first.line_id)
  const open = new Set(lines.map(({ line_id }) => line_id))
  return asks.every((ask) => isRecord(ask) && isPrice(ask.unit_price) && isQuantity(ask.quantity) && open.delete(ask.line_id))
}

/** Most tax there is, in parts per million: ten times the price. */
const MAX_TAX = 10_000_000

/** True where a target with tax can be reckoned with: it says the tax of every line that was asked for. */
function validTarget({ asks, target }: Extract<CaseEvent, { type: "ask" }>): boolean {
  if (target === undefined) return true
  if (!isRecord(target) || !isWhole(target.total, 0, SAFE) || !isWhole(target.decimals, 0, MAX_DECIMALS) || !isRecord(target.tax_ppm)) return false
  return asks.every(({ line_id }) => isWhole(target.tax_ppm[line_id], 0, MAX_TAX))
}

function validEvent(facts: CaseFacts, event: CaseEvent): boolean {
  if (event.type === "ask_total") return isWhole(event.total, 0, SAFE)
  if (event.type !== "ask") return event.type === "refuse" || event.type === "lapse" || event.type === "ask_person"
  if (!Array.isArray(event.asks) || event.asks.length === 0) return false
  return validAsks(facts, event.asks) && validTarget(event)
}

/**
 * True where facts, state and event can be reckoned with: whole numbers in range, known lines, no line asked for
 * twice. Anything else goes to a person (BRIEF: a missing fact never approves and never crashes).
 */
export function isValid(facts: CaseFacts, state: CaseState, event: CaseEvent): boolean {
  return validCase(facts) && validState(state) && facts.lines.every((line) => isReckonable(line, state)) && validEvent(facts, event)
}

const isNamed = (line: LineFacts): boolean => isRecord(line) && typeof line.line_id === "string" && typeof line.variant_id === "string"

/**
 * The lines that can be reckoned with, where nothing but the figures of others keeps the case from being decided; null where
 * something else does. Only asks by line are decided without all of them.
 */
export function soundLines(facts: CaseFacts, state: CaseState, event: CaseEvent): readonly LineFacts[] | null {
  if (event.type !== "ask" || !validCase(facts) || !facts.lines.every(isNamed) || !validState(state) || !validEvent(facts, event)) return null
  return facts.lines.filter((line) => isReckonable(line, state))
}

/** True where one line, the case around it and its memory can be reckoned with: for figures that need no event. */
export function isValidFor(facts: CaseFacts, line: LineFacts, memory: LineMemory): boolean {
  return validCase({ ...facts, lines: [line] }) && isValidLine(line) && isValidMemory(memory)
}
