import type { CaseFacts } from "../types"
import type { CompiledPolicy } from "../policy/compiled"
import { ineligibility, type Ineligibility } from "./eligibility"

/** Why a person decides the whole case. */
export type CaseConcern = "strategic_customer" | "commitment_missed" | "no_automatic_limit" | "over_automatic_limit" | "thin_data" | Ineligibility["reason"]

/** Largest value decided without a person in this currency, in units; null where the policy names none. */
export function automaticLimit(policy: CompiledPolicy, facts: CaseFacts): number | null {
  return policy.automaticLimit.get(facts.currency.code) ?? policy.automaticLimit.get(facts.currency.code.toLowerCase()) ?? null
}

/**
 * True for a complex basket on thin data: more articles than the policy allows that the company never bought (ENGINE.md,
 * Escalate). It counts the lines of the case, whatever is asked for them.
 */
function isThin({ thinDataMaxLines }: CompiledPolicy, { lines }: CaseFacts): boolean {
  if (thinDataMaxLines === null) return false
  const unknown = lines.filter((line) => line.excluded === null && line.largest_past_quantity === null && line.last_paid === null)
  return new Set(unknown.map(({ variant_id }) => variant_id)).size > thinDataMaxLines
}

/**
 * Why a person decides the whole case, or null. The limit is compared with what the asked quantities cost now, never
 * with the ask (ENGINE.md, Before deciding: deal size limit). A case that is declined as not eligible never gets here.
 * @param value `Σ R·q` of the case, in units
 */
export function caseConcern(policy: CompiledPolicy, facts: CaseFacts, value: number): CaseConcern | null {
  if (facts.company.strategic) return "strategic_customer"
  if (facts.company.commitment_missed === true) return "commitment_missed"
  const unfit = ineligibility(policy, facts, value)
  if (unfit !== null) return unfit.reason
  const limit = automaticLimit(policy, facts)
  if (limit === null) return "no_automatic_limit"
  if (value > limit) return "over_automatic_limit"
  return isThin(policy, facts) ? "thin_data" : null
}
