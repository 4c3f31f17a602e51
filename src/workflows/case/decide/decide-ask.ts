import { compilePolicy, decide, toUnits, type CaseDecision, type CaseEvent, type StandingOption } from "../../../engine"
import { ContractError, DEFAULT_POLICY_TERMS, type PolicyTerms } from "../../../contract"
import type { GatheredFacts } from "../facts/gather"
import { toCaseFacts } from "../facts/engine-facts"
import { caseState, retryAt } from "./case-state"
import type { LineAsk } from "./check-ask"

/** What a buyer wants: a price for each line, or one total for all. Major units. */
export type Ask =
  | { readonly type: "lines"; readonly asks: readonly LineAsk[] }
  | { readonly type: "total"; readonly total: number }

/** The engine's answer, and the terms it was given under. */
export interface DecidedAsk {
  /** Null where no policy could answer: a person decides. */
  readonly decision: CaseDecision | null
  readonly terms: PolicyTerms
  readonly policy: { readonly id: string; readonly version: number } | null
}

function toEvent(ask: Ask): CaseEvent {
  if (ask.type === "total") return { type: "ask_total", total: countable(ask.total, "target_total") }
  return {
    type: "ask",
    asks: ask.asks.map((each) => ({
      line_id: each.line_id,
      unit_price: countable(each.unit_price, "target_unit_price"),
      quantity: each.quantity,
    })),
  }
}

function countable<Units extends number>(amount: number, field: string): Units {
  const units = toUnits(amount)
  if (units === null) throw new ContractError("invalid_price", `${field}: a price has at most four decimals`)
  return units as number as Units
}

/**
 * Asks the engine. Pure but for the clock that comes in: the same facts, the same answer.
 * @throws ContractError `round_limit` (with `details.retry_at`) where nothing stands and nothing new may be granted
 */
export function decideAsk(
  gathered: GatheredFacts,
  standing: readonly StandingOption[],
  ask: Ask,
  secret: string | undefined,
  now: Date
): DecidedAsk {
  const { policy } = gathered.stored
  const terms = policy?.terms ?? DEFAULT_POLICY_TERMS
  const compiled = policy ? compilePolicy(policy.terms) : null
  if (!policy || !compiled?.ok) return { decision: null, terms, policy: null }
  const decision = decide(
    compiled.policy,
    toCaseFacts(gathered, secret, now),
    caseState(gathered, standing, now),
    toEvent(ask)
  )
  if (decision.answer === "limit") {
    throw new ContractError("round_limit", "No further price can be given at the moment", {
      retry_at: retryAt(gathered, now)?.toISOString() ?? null,
    })
  }
  return { decision, terms, policy: { id: policy.id, version: policy.version } }
}

/** The same answer, handed to a person instead: what was granted is not, what is remembered is. */
export function toPerson(decided: DecidedAsk, reason_code: "apply_failed"): DecidedAsk {
  if (!decided.decision) return decided
  return {
    ...decided,
    decision: { ...decided.decision, answer: "person", reason_code, accepted_option_id: null, accepted: [], menu: [] },
  }
}
