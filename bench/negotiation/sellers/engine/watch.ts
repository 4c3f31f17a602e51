import type { CaseDecision, CompiledPolicy, OptionLine, StandingOption } from "../../../../src/engine"

/** What a watch is told about one decision. Prices in engine units. */
export interface Watched {
  readonly policy: CompiledPolicy
  readonly floor: number
  readonly list: number
  readonly ask: { readonly unitPrice: number; readonly quantity: number }
  /** Options that stood when the ask came. */
  readonly standing: readonly StandingOption[]
  readonly decision: CaseDecision
}

/** What is paid for some pieces, each. */
interface Paid {
  readonly quantity: number
  readonly unit_price: number
}

const WHOLE = 10_000

/** The lowest counter an account was given at each quantity. */
export type Given = Map<number, number>

/**
 * Checks every decision of the engine against the invariants a buyer or seller could notice (ENGINE.md, Invariants),
 * and counts what breaks, by name. Knows nothing of how the engine works.
 */
export class Watch {
  private readonly counts = new Map<string, number>()

  /** Counts a fault where `holds` is false. */
  check(name: string, holds: boolean): void {
    if (!holds) this.counts.set(name, (this.counts.get(name) ?? 0) + 1)
  }

  /** Faults so far, by name. */
  faults(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.counts)
  }

  /** Checks one decision. `given` is the account's own and is brought up to date. */
  see({ policy, floor, list, ask, standing, decision }: Watched, given: Given): void {
    const offered = decision.menu.flatMap((option) => option.lines)
    const named = [...offered, ...decision.accepted]
    const paid = decision.menu.flatMap(({ lines, concession }) => lines.map((line) => cash(line, concession?.percent ?? 0)))
    this.check("1 price under the floor", named.every((line) => line.unit_price >= floor) && paid.every((line) => line.unit_price >= floor))
    this.check("1 price above list", named.every((line) => line.unit_price <= list))
    this.check("2 counter rose", named.every((line) => line.unit_price <= lowestAt(given, line.quantity)))
    this.check("3 more pieces for less money", paid.every((line) => paid.every((other) => neverLess(line, other))))
    this.check("7 more rounds than the policy has", decision.lines.every((line) => line.memory.rounds <= policy.rounds))
    const met = standing.some(({ lines, concession }) => (concession ?? null) === null && lines.every((line) => ask.unitPrice >= line.unit_price && ask.quantity >= line.quantity))
    this.check("standing option met but not agreed", !met || decision.answer === "accept")
    for (const option of decision.menu) {
      for (const line of option.lines) given.set(line.quantity, Math.min(line.unit_price, given.get(line.quantity) ?? list))
    }
  }
}

/** A line at what is paid for it, with the concession of its option taken off. */
function cash({ quantity, unit_price }: OptionLine, percent: number): Paid {
  return { quantity, unit_price: (unit_price * (WHOLE - percent)) / WHOLE }
}

function lowestAt(given: Given, quantity: number): number {
  let lowest = Number.POSITIVE_INFINITY
  for (const [pieces, price] of given) if (pieces <= quantity) lowest = Math.min(lowest, price)
  return lowest
}

function neverLess(line: Paid, other: Paid): boolean {
  return line.quantity <= other.quantity || line.unit_price * line.quantity >= other.unit_price * other.quantity
}
