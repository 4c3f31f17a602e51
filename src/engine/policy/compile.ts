import type { PolicyTerms } from "../types"
import { unitsByCurrency } from "./amounts"
import { checkTerms } from "./check"
import type { CompiledPolicy, PolicyProblem } from "./compiled"
import { tabulateCurve } from "./curve"
import { compileEligibility } from "./eligibility"
import { compileLevers } from "./levers"
import { compileRules } from "./routing"
import { factorToBasisPoints, toBasisPoints } from "./shares"
import { termsFor } from "./strategy"

/** What `compilePolicy` answers: a policy the engine can use, or everything that is wrong with the terms. */
export type CompileResult =
  | { readonly ok: true; readonly policy: CompiledPolicy }
  | { readonly ok: false; readonly problems: PolicyProblem[] }

/** Shape of an acceptance schedule that names none: as much more in every round. */
const EVEN = 1

function share(value: number): number {
  return toBasisPoints(value) ?? 0
}

/**
 * Makes a policy out of its terms as they hold for a segment: lays the first strategy that names it over them, checks
 * what can't work, turns shares into whole basis points and tabulates the curve. Never throws. Cheap enough for every
 * request; what only has to be looked at when terms are written is in `checkPolicy`.
 * @param segment the company's; null or left out for none
 */
export function compilePolicy(given: PolicyTerms, segment: string | null = null): CompileResult {
  const { terms, strategy } = termsFor(given, segment)
  const problems = checkTerms(terms)
  if (problems.length > 0) return { ok: false, problems }
  const talkLimit = share(terms.talk_concession_limit)
  const counterLimit = share(terms.counter_concession_limit ?? terms.talk_concession_limit)
  const opening = terms.acceptance_opening ?? null
  const policy: CompiledPolicy = {
    minimumMargin: share(terms.minimum_margin),
    talkLimit,
    counterLimit,
    curve: tabulateCurve(share(terms.opening_concession), counterLimit, terms.curve_shape, terms.rounds),
    acceptance: opening === null ? null : tabulateCurve(share(opening), talkLimit, terms.acceptance_shape ?? EVEN, terms.rounds),
    reciprocity: factorToBasisPoints(terms.reciprocity),
    tolerance: share(terms.acceptance_tolerance),
    minimumAsk: share(terms.minimum_plausible_ask),
    gainShare: share(terms.volume_gain_share),
    incrementalShare: share(terms.incremental_share),
    capFactor: factorToBasisPoints(terms.volume_cap_factor),
    step: terms.volume_step,
    rounds: terms.rounds,
    automaticLimit: unitsByCurrency(terms.automatic_limit, Math.floor),
    withoutCostDiscount: terms.without_cost_max_discount === null ? null : share(terms.without_cost_max_discount),
    costMaxAgeDays: terms.cost_max_age_days,
    outlierFactor: terms.outlier_quantity_factor === null ? null : factorToBasisPoints(terms.outlier_quantity_factor),
    thinDataMaxLines: terms.thin_data_max_lines ?? null,
    lastPaid: terms.last_paid,
    lastPaidMonths: terms.last_paid_max_months,
    initiation: terms.initiation,
    onRefusal: terms.on_refusal,
    onLapse: terms.on_lapse,
    onLastRound: terms.on_last_round,
    strategy,
    eligibility: compileEligibility(terms.eligibility),
    rules: compileRules(terms.routing),
    levers: compileLevers(terms.levers),
  }
  return { ok: true, policy }
}
