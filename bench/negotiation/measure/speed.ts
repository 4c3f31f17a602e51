import { decide, type CaseDecision, type CaseEvent, type CaseFacts, type CaseState } from "../../../src/engine"
import type { Settings } from "../sellers/settings"
import { policyOf } from "../sellers/engine/policy"
import { peerSeller, TACTICS } from "../sellers/peers"
import { floorOf, LIST } from "../world/line"

/** Decisions a second of processor time, on one core, in this process. */
export interface Speed {
  readonly engine: number
  /** Answers a second of plain split the difference, on the same questions: what a rule without memory, proof or trace costs. */
  readonly split: number
  /** Engine ÷ split: a figure that a busy machine doesn't change much. */
  readonly ratio: number
  /** What a line costs in longer carts. */
  readonly carts: readonly CartSpeed[]
}

/** What one line costs in carts of a length. */
export interface CartSpeed {
  readonly lines: number
  /** Time per line ÷ that of a cart of one line, measured in turns: 1 is linear, more is worse than linear. */
  readonly perLine: number
}

const CASES = 500
const TRIES = 10
/** Lines of the carts that are measured, the shortest first: what the others are held against. */
const LENGTHS = [1, 10, 50] as const
/** Times all cases are gone through before the clock starts, so that both are compiled. */
const WARM_UP = 300

interface Case {
  readonly facts: CaseFacts
  readonly state: CaseState
  readonly event: CaseEvent
  readonly cost: number
  readonly ask: number
}

/** One-line cases in the first round, as they come in. */
function casesOf(): Case[] {
  return Array.from({ length: CASES }, (_, place): Case => {
    const cost = LIST * (0.5 + 0.3 * (place / CASES))
    const ask = Math.floor(LIST * (0.6 + 0.35 * (((place * 7) % CASES) / CASES)))
    const quantity = 5 + (place % 80)
    const units = (cents: number) => (Math.round(cents) * 100) as CaseFacts["lines"][number]["list_unit_price"]
    return {
      cost, ask,
      facts: {
        currency: { code: "usd", decimals: 2 },
        company: { opted_out: false, strategic: false },
        lines: [{
          line_id: "line", variant_id: "article", excluded: null, list_unit_price: units(LIST),
          own_prices: [{ min_quantity: 1, unit_price: units(LIST) }], quantity, unit_cost: units(cost), cost_age_days: 1,
          stock: null, lot: null, last_paid: null, largest_past_quantity: null, competing_unit_price: null, jitter: place % 21,
        }],
      },
      state: { memory: {}, standing: [], cooling_down: false },
      event: { type: "ask", asks: [{ line_id: "line", unit_price: units(ask), quantity }] },
    }
  })
}

/**
 * Runs a second of this process's own processor time, garbage collection included: what others do on the machine
 * meanwhile doesn't count.
 */
function perSecond(once: () => number, milliseconds: number): number {
  const started = performance.now()
  const spent = process.cpuUsage()
  let runs = 0
  while (performance.now() - started < milliseconds) runs += once()
  const { user, system } = process.cpuUsage(spent)
  return (runs * 1_000_000) / (user + system)
}

/** A cart with the lines of so many cases, one after another from a place. */
function cartOf(cases: readonly Case[], lines: number, from: number): Omit<Case, "cost" | "ask"> {
  const taken = Array.from({ length: lines }, (_, index) => cases[(from + index) % cases.length]).filter((each) => each !== undefined)
  const named = taken.flatMap(({ facts }, index) => facts.lines.map((line) => ({ ...line, line_id: `line_${index}`, variant_id: `article_${index}` })))
  const asks = taken.flatMap(({ event }, index) => (event.type === "ask" ? event.asks.map((ask) => ({ ...ask, line_id: `line_${index}` })) : []))
  const [first] = taken
  if (first === undefined) throw new Error("a cart without lines")
  return { facts: { ...first.facts, lines: named }, state: first.state, event: { type: "ask", asks } }
}

/** Measures carts of every length in turns, of each the best try: lines decided a second, as times per line against the shortest carts. */
function measureCarts(policy: ReturnType<typeof policyOf>, cases: readonly Case[], milliseconds: number): CartSpeed[] {
  const all = LENGTHS.map((lines) => Array.from({ length: CASES / LENGTHS[2] }, (_, place) => cartOf(cases, lines, place * LENGTHS[2])))
  const best = LENGTHS.map(() => 0)
  for (let attempt = 0; attempt < TRIES + 1; attempt++) {
    LENGTHS.forEach((lines, place) => {
      const carts = all[place] ?? []
      const decideAll = (): number => {
        for (const { facts, state, event } of carts) decide(policy, facts, state, event)
        return carts.length * lines
      }
      const speed = perSecond(decideAll, milliseconds)
      // The first try only warms up.
      if (attempt > 0) best[place] = Math.max(best[place] ?? 0, speed)
    })
  }
  return LENGTHS.map((lines, place) => ({ lines, perLine: (best[0] ?? 0) / (best[place] ?? 1) }))
}

/** Measures both in turns on the same questions; of each the best try counts: on a shared machine that is the nearest to the truth. */
export function measureSpeed(settings: Settings, splitSettings: Settings, milliseconds = 300): Speed {
  const policy = policyOf(settings)
  const cases = casesOf()
  const tactic = TACTICS.find(({ name }) => name === "split")
  if (tactic === undefined) throw new Error("there is no split the difference")
  const split = peerSeller(tactic, "plain", splitSettings)
  let sink: CaseDecision | null = null
  let heard = 0
  const decideAll = (): number => {
    for (const { facts, state, event } of cases) sink = decide(policy, facts, state, event)
    return cases.length
  }
  const splitAll = (): number => {
    for (const { cost, ask } of cases) {
      const item = { list: LIST, cost, floor: floorOf(cost), words: [0, 0] as const }
      heard += split.account(item, 0).open().ask(ask, 10).offers.length
    }
    return cases.length
  }
  for (let time = 0; time < WARM_UP; time++) {
    decideAll()
    splitAll()
  }
  const best = { engine: 0, split: 0 }
  for (let attempt = 0; attempt < TRIES; attempt++) {
    best.engine = Math.max(best.engine, perSecond(decideAll, milliseconds))
    best.split = Math.max(best.split, perSecond(splitAll, milliseconds))
  }
  if (sink === null || heard < 0) throw new Error("nothing was decided")
  return { ...best, ratio: best.engine / best.split, carts: measureCarts(policy, cases, milliseconds) }
}
