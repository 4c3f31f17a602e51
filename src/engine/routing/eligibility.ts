import type { CaseFacts, EligibilityVerdict, LineFacts } from "../types"
import type { CompiledEligibility } from "../policy/eligibility"
import type { CompiledPolicy } from "../policy/compiled"

/** Why a case may not be negotiated, or why a person has to say whether it may. */
export interface Ineligibility {
  readonly answer: "decline" | "person"
  readonly reason: "deal_too_small" | "not_eligible" | "class_missing" | "credit_watch" | "credit_blocked"
}

/** What the rules say of a class: null where they let it pass. */
function ofClass(allowed: readonly string[], found: string | null | undefined): Ineligibility | null {
  if (allowed.length === 0) return null
  if (found === null || found === undefined) return { answer: "person", reason: "class_missing" }
  return allowed.includes(found) ? null : { answer: "decline", reason: "not_eligible" }
}

/** In no segment is a fact, not a gap: such a company is kept out by no segment. */
function ofSegment({ excludedSegments }: CompiledEligibility, segment: string | null | undefined): Ineligibility | null {
  if (segment === null || segment === undefined) return null
  return excludedSegments.includes(segment) ? { answer: "decline", reason: "not_eligible" } : null
}

function ofCredit(verdict: EligibilityVerdict, reason: "credit_watch" | "credit_blocked"): Ineligibility | null {
  return verdict === "negotiate" ? null : { answer: verdict, reason }
}

function ofSize(rules: CompiledEligibility, facts: CaseFacts, value: number): Ineligibility | null {
  const minimum = rules.minimumValue.get(facts.currency.code.toLowerCase())
  return minimum !== undefined && value < minimum ? { answer: "decline", reason: "deal_too_small" } : null
}

function scopeMissing(rules: CompiledEligibility, line: LineFacts): boolean {
  return line.scopes === undefined && (rules.neverProducts.length > 0 || rules.onlyProducts.length > 0)
}

/** True where a rule asks for parts of the catalogue and nobody told which ones a line that may be negotiated is of. */
export function isScopeUnknown({ eligibility: rules }: CompiledPolicy, facts: CaseFacts): boolean {
  return rules !== null && facts.lines.some((line) => line.excluded === null && scopeMissing(rules, line))
}

/**
 * Why the case may not be negotiated, or null (ENGINE.md, Before deciding). A no outranks a missing fact; nothing here looks
 * at the price asked. A company nobody has said anything about is in good standing: watch and blocked are marks somebody set.
 * @param value `Σ R·q` of the case, in units; null leaves its size out
 */
export function ineligibility(policy: CompiledPolicy, facts: CaseFacts, value: number | null): Ineligibility | null {
  const { eligibility: rules } = policy
  if (rules === null) return null
  const { profitability, growth, segment, credit } = facts.company
  const found = [
    credit === "blocked" ? ofCredit(rules.onCreditBlocked, "credit_blocked") : null,
    credit === "watch" ? ofCredit(rules.onCreditWatch, "credit_watch") : null,
    ofClass(rules.profitability, profitability),
    ofClass(rules.growth, growth),
    ofSegment(rules, segment),
    value === null ? null : ofSize(rules, facts, value),
    isScopeUnknown(policy, facts) ? ({ answer: "person", reason: "class_missing" } as const) : null,
  ]
  return found.find((each) => each?.answer === "decline") ?? found.find((each) => each !== null) ?? null
}

/** True where the rules keep the line out: it is of a part that is never negotiated, or of none of those that may be. */
export function isOutOfScope({ eligibility: rules }: CompiledPolicy, line: LineFacts): boolean {
  const { scopes } = line
  if (rules === null || scopes === undefined) return false
  if (rules.neverProducts.some((scope) => scopes.includes(scope))) return true
  return rules.onlyProducts.length > 0 && !rules.onlyProducts.some((scope) => scopes.includes(scope))
}

/** The facts with the lines the rules keep out marked as such; the same object where there are none. */
export function withinScope(policy: CompiledPolicy, facts: CaseFacts): CaseFacts {
  if (policy.eligibility === null || !facts.lines.some((line) => line.excluded === null && isOutOfScope(policy, line))) return facts
  const lines = facts.lines.map((line) => (line.excluded === null && isOutOfScope(policy, line) ? { ...line, excluded: "not_eligible" } : line))
  return { ...facts, lines }
}

/**
 * False where the policy keeps the company or the line out, whatever is asked: for who wants to know before anybody asks. A fact
 * that is missing keeps nobody out, for a person would decide; nor does the size of a deal that is not there yet.
 */
export function mayBeNegotiated(policy: CompiledPolicy, facts: CaseFacts, line: LineFacts): boolean {
  return !isOutOfScope(policy, line) && ineligibility(policy, facts, null)?.answer !== "decline"
}
