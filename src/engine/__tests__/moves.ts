import fc from "fast-check"
import { decide, type CaseEvent, type CaseFacts, type CaseState, type LineFacts, type OptionLine, type PolicyTerms, type UnitPrice } from ".."
import { MAX_QUANTITY } from "../money"
import { askFrom, caseArbitrary, factsFrom, RUNS, stepsArbitrary, termsArbitrary, type CaseDraw, type LineDraw, type Step } from "./arbitraries"
import { personsOffer } from "./persons"
import { after, FRESH } from "./story"
import { tally } from "./tally"
import { compiled, type Turn } from "./walk"

/** What a store may change between two asks of a window. Prices as shares of the list price, quantities as tenths of the first quantity. */
export type Move =
  | Step
  /** Another version of the policy answers from now on. */
  | { readonly do: "policy"; readonly to: PolicyTerms }
  /** The buyer's own prices, tiers included. */
  | { readonly do: "own"; readonly to: Pick<LineDraw, "own" | "tiers"> }
  | { readonly do: "stock"; readonly to: number | null }
  /** The next period of the jitter. */
  | { readonly do: "period"; readonly to: number }
  | { readonly do: "last"; readonly to: LineDraw["last"]; readonly cost: number | null }
  /** What a line is told beside its prices. */
  | { readonly do: "told"; readonly past: number | null; readonly competitor: number | null; readonly age: number; readonly cart: number | null }

const share = (low: number, high: number) => fc.integer({ min: low * 10_000, max: high * 10_000 }).map((count) => count / 10_000)

/** Terms that look at a cost's age, at past quantities and at what is allowed without a cost as well. */
export const wideTermsArbitrary: fc.Arbitrary<PolicyTerms> = fc
  .record({
    terms: termsArbitrary,
    cost_max_age_days: fc.option(fc.constant(30)),
    outlier_quantity_factor: fc.option(fc.constantFrom(1, 2, 20)),
    last_paid_max_months: fc.constantFrom(1, 12),
  })
  .map(({ terms, ...rest }) => ({ ...terms, ...rest }))

const tiers = fc.array(fc.tuple(fc.integer({ min: 2, max: 60 }), share(0.8, 1)), { maxLength: 2 })
const own = fc.record({ own: fc.oneof(fc.constant(1), share(0.5, 1)), tiers })
const last: fc.Arbitrary<LineDraw["last"]> = fc.option(fc.tuple(share(0.4, 1), fc.integer({ min: 1, max: 4_000 }), fc.integer({ min: 0, max: 800 })), { freq: 4 })
const orNone = (arbitrary: fc.Arbitrary<number>): fc.Arbitrary<number | null> => fc.option(arbitrary, { freq: 3 })

const moves: readonly fc.Arbitrary<Move>[] = [
  fc.record({ do: fc.constant("policy" as const), to: wideTermsArbitrary }),
  fc.record({ do: fc.constant("own" as const), to: own }),
  fc.record({ do: fc.constant("stock" as const), to: orNone(fc.integer({ min: 0, max: 12_000 })) }),
  fc.record({ do: fc.constant("period" as const), to: fc.integer({ min: -100, max: 100 }) }),
  fc.record({ do: fc.constant("last" as const), to: last, cost: orNone(share(0, 1)) }),
  fc.record({
    do: fc.constant("told" as const), past: orNone(fc.integer({ min: 0, max: 3_000 })), competitor: orNone(share(0.2, 1.1)),
    age: fc.constantFrom(0, 0, 10, 31), cart: orNone(fc.integer({ min: 1, max: 40 })),
  }),
]

/** Asks, restarts and cost changes as ever, and everything else a store may change in between. */
export const movesArbitrary: fc.Arbitrary<Move[]> = stepsArbitrary().chain((steps) =>
  fc.array(fc.record({ at: fc.nat(steps.length), move: fc.oneof(...moves) }), { maxLength: 6 }).map((drawn) => {
    const all: Move[] = [...steps]
    for (const { at, move } of [...drawn].sort((a, b) => b.at - a.at)) all.splice(at, 0, move)
    return all
  })
)

/** Policies, cases and what happens in a window in which anything may change. */
export const movedWalks = fc.record({ terms: wideTermsArbitrary, draw: caseArbitrary, moves: movesArbitrary })
type MovedWalk = typeof movedWalks extends fc.Arbitrary<infer Drawn> ? Drawn : never

interface Moment {
  terms: PolicyTerms
  draw: CaseDraw
  state: CaseState
  told: Partial<LineFacts>
  window: number
}

function toldFrom({ line, currency }: CaseDraw, move: Extract<Move, { do: "told" }>): Partial<LineFacts> {
  const list = line.list * 10 ** (4 - currency.decimals)
  return {
    largest_past_quantity: move.past,
    competing_unit_price: move.competitor === null ? null : (Math.floor(list * move.competitor) as UnitPrice),
    cost_age_days: move.age,
    ...(move.cart === null ? {} : { quantity_in_cart: Math.min(MAX_QUANTITY, Math.max(1, Math.floor((line.quantity * move.cart) / 10))) }),
  }
}

/** Lets a move happen to a store. */
function apply(moment: Moment, move: Exclude<Move, { do: "ask" | "event" }>, facts: CaseFacts): void {
  const { draw, state } = moment
  const changed = (line: Partial<LineDraw>): CaseDraw => ({ ...draw, line: { ...draw.line, ...line } })
  switch (move.do) {
    case "restart": moment.state = { ...state, standing: [] }; break
    case "cool": moment.state = { ...state, cooling_down: move.on }; break
    case "cost": moment.draw = changed({ cost: move.to }); break
    case "policy": moment.terms = move.to; break
    case "own": moment.draw = changed(move.to); break
    case "stock": moment.draw = changed({ stock: move.to }); break
    case "period": moment.draw = changed({ jitter: move.to }); break
    case "last": moment.draw = changed({ last: move.to }); break
    case "person": moment.state = { ...state, standing: personsOffer(compiled(moment.terms), facts, move) ?? state.standing }; break
    case "window": {
      moment.state = { ...state, memory: {} }
      moment.window += 1
      break
    }
    default: moment.told = toldFrom(draw, move)
  }
}

/** The facts of a moment. */
function factsOf({ draw, told }: Moment, lastCost: number | null): CaseFacts {
  const facts = factsFrom(draw)
  const list = draw.line.list * 10 ** (4 - draw.currency.decimals)
  const lines = facts.lines.map((line): LineFacts => ({
    ...line, ...told,
    last_paid: line.last_paid === null ? null : { ...line.last_paid, unit_cost: lastCost === null ? null : (Math.floor(list * lastCost) as UnitPrice) },
  }))
  return { ...facts, lines }
}

/** Plays a window in which anything may change: each turn keeps the terms and facts of its own moment. */
export function playMoves({ terms, draw, moves: drawn }: MovedWalk): Turn[] {
  const moment: Moment = { terms, draw, state: FRESH, told: {}, window: 0 }
  const turns: Turn[] = []
  let lastCost: number | null = null
  for (const move of drawn) {
    if (move.do === "last") lastCost = move.cost
    if (move.do !== "ask" && move.do !== "event") {
      apply(moment, move, factsOf(moment, lastCost))
      continue
    }
    const policy = compiled(moment.terms)
    const facts = factsOf(moment, lastCost)
    // Asks go on from the first own price: a buyer names sums, not shares of what changed meanwhile.
    const event: CaseEvent = move.do === "ask" ? askFrom(draw, move) : { type: move.type }
    const decision = decide(policy, facts, moment.state, event)
    tally.events += 1
    turns.push({ policy, terms: moment.terms, facts, state: moment.state, event, decision, window: moment.window })
    moment.state = after(decision, moment.state)
  }
  return turns
}

/** Checks every turn of random windows in which anything may change. */
export function assertMoves(check: (turn: Turn, turns: readonly Turn[], index: number) => void): void {
  fc.assert(fc.property(movedWalks, (drawn) => {
    const turns = playMoves(drawn)
    turns.forEach((turn, index) => check(turn, turns, index))
  }), RUNS)
}

/** The floor of the moment, told apart from the engine: a cost that is too old counts, and so does what is allowed without one. */
export function isUnderFloorNow({ terms, facts }: Pick<Turn, "terms" | "facts">, { line_id, unit_price }: OptionLine): boolean {
  const line = facts.lines.find((each) => each.line_id === line_id)
  if (line === undefined) return true
  const bps = (part: number): bigint => BigInt(Math.round(part * 10_000))
  const underCost = line.unit_cost !== null && BigInt(unit_price) * (10_000n - bps(terms.minimum_margin)) < BigInt(line.unit_cost) * 10_000n
  const known = line.unit_cost !== null && (terms.cost_max_age_days === null || line.cost_age_days <= terms.cost_max_age_days)
  if (known || underCost) return underCost
  const discount = terms.without_cost_max_discount
  return discount === null || BigInt(unit_price) * 10_000n < BigInt(line.list_unit_price) * (10_000n - bps(discount))
}
