import { noteText, type Trace } from "../explain/trace"
import type { CompiledLevers } from "../policy/levers"
import type { CaseFacts } from "../types"
import type { Lever } from "./lever"

/** Why a way to ship is no lever here, or null. */
function hindrance(facts: CaseFacts, gain: number | undefined, transitDays: number): string | null {
  const needed = facts.needed_in_days ?? null
  if (needed !== null && needed < transitDays) return "arrives_too_late"
  return gain === undefined ? "no_gain_in_currency" : null
}

/**
 * The ways to ship this cart that the policy names, in its order: what each brings on the order. One that arrives after
 * the goods are needed is left out (ENGINE.md, Formulas, Levers: urgency rules options out).
 */
export function freightLevers({ freight }: CompiledLevers, facts: CaseFacts, trace: Trace | null): Lever[] {
  const levers: Lever[] = []
  for (const { id, gain, transitDays } of freight) {
    const found = facts.freight?.find((each) => each.shipping_option_id === id)
    if (found === undefined) continue
    const worth = gain.get(facts.currency.code.toLowerCase())
    const left = hindrance(facts, worth, transitDays)
    if (left === null) levers.push({ kind: "freight", id, gain: worth ?? 0, gainShare: 0, shipping: found.total, interestShare: 0 })
    else if (trace !== null) noteText(trace, "lever_left_out", `freight ${id}: ${left}`)
  }
  return levers
}
