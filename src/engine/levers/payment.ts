import { noteText, type Trace } from "../explain/trace"
import type { CompiledLevers } from "../policy/levers"
import type { CaseFacts } from "../types"
import { atOnce, overDays, type Lever } from "./lever"

/**
 * What money costs a buyer, in basis points a year: a round figure for everybody. The policy's own rate is what it costs the
 * seller, and a buyer who saw it used could read it off.
 */
const BUYERS_RATE = 800

/**
 * The ways to pay sooner than usual that the policy names, in its order. The gain is a share of what is paid:
 * `annual rate · days sooner / 365`, and the bad debt saved where goods are paid before delivery (ENGINE.md, Formulas,
 * Levers: prepay).
 */
export function paymentLevers({ payment }: CompiledLevers, facts: CaseFacts, trace: Trace | null): Lever[] {
  const levers: Lever[] = []
  for (const id of payment.terms) {
    const found = facts.payment_terms?.find((term) => term.id === id)
    if (found === undefined) continue
    const sooner = payment.standardDays - found.days
    if (sooner <= 0) {
      if (trace !== null) noteText(trace, "lever_left_out", `payment_term ${id}: not_sooner`)
      continue
    }
    const saved = found.days === 0 ? atOnce(payment.badDebt) : 0
    const gainShare = overDays(payment.annualRate, sooner) + saved
    levers.push({ kind: "payment_term", id, gain: 0, gainShare, shipping: null, interestShare: overDays(BUYERS_RATE, sooner) })
  }
  return levers
}
