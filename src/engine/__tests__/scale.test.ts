import fc from "fast-check"
import { currencyGrid, decide, ownPriceAt, type CaseDecision, type CaseState, type LineMemory, type OptionLine, type PolicyTerms, type UnitPrice } from ".."
import { coarseGrid } from "../money"
import { askFrom, caseArbitrary, factsFrom, RUNS, stepsArbitrary, termsArbitrary, type CaseDraw, type Step } from "./arbitraries"
import { movedWalks, playMoves } from "./moves"
import { plainStanding, promised } from "./persons"
import { walk } from "./walk"

/** Without gains of levers: these are sums of money, and scale with no price. */
const scaledTerms = termsArbitrary.map(({ levers: _, ...terms }) => ({ ...terms, automatic_limit: { jpy: 1e9, eur: 1e9, kwd: 1e9 } }))
/** Lists and quantities low enough for the largest limit there is, times ten as well. */
const draws = caseArbitrary.map(({ line, ...draw }) => ({
  ...draw, line: { ...line, quantity: 1 + (line.quantity % 3_000), list: draw.currency.decimals === 0 ? 1 + (line.list % 1_000) : line.list },
}))
const walks = fc.record({ terms: scaledTerms, draw: draws, steps: stepsArbitrary() })
const SCALE = 10

/** A state with every price of it ten times as high. */
function scaled({ memory, standing, cooling_down }: CaseState): CaseState {
  const times = (price: UnitPrice) => (price * SCALE) as UnitPrice
  const entries = (all: LineMemory["asks"]) => all.map(({ quantity, unit_price }) => ({ quantity, unit_price: times(unit_price) }))
  return {
    memory: Object.fromEntries(Object.entries(memory).map(([id, { rounds, asks, counters, marginal_price }]) =>
      [id, { rounds, asks: entries(asks), counters: entries(counters), marginal_price: marginal_price === null ? null : times(marginal_price) }])),
    standing: standing.map((option) => ({ ...option, lines: option.lines.map((line) => ({ ...line, unit_price: times(line.unit_price) })) })),
    cooling_down,
  }
}

function termIn({ lines }: CaseDecision, name: string): number | null {
  const value = lines[0]?.trace.find(({ term }) => term === name)?.value
  return typeof value === "number" ? value : null
}

/** Pieces and price of the first trade of volume; what stood before and comes back for want of one is none. */
function tradeOf({ menu, standing }: CaseDecision): OptionLine | null {
  if (standing) return null
  return menu.find(({ kind }) => kind === "volume")?.lines[0] ?? null
}

/** The last ask of a walk, decided in the state it was made in, and ten times as high. */
function atBothScales(terms: PolicyTerms, draw: CaseDraw, steps: readonly Step[]) {
  const turn = walk(terms, draw, steps).at(-1)
  const step = steps.findLast((each) => each.do === "ask")
  if (turn?.event.type !== "ask" || step?.do !== "ask") return null
  const cost = steps.slice(0, steps.lastIndexOf(step)).findLast((each) => each.do === "cost")
  const large = decide(turn.policy, factsFrom(draw, cost?.do === "cost" ? cost.to : draw.line.cost, SCALE), scaled(turn.state), askFrom(draw, step, SCALE))
  return { small: turn.decision, large, turn }
}

describe("6: ten times the prices, ten times the answer, from any state of a window", () => {
  /** Compares what a name of the trace says, in steps of a grid. */
  const apart = (small: CaseDecision, large: CaseDecision, name: string): number | null => {
    const [before, after] = [termIn(small, name), termIn(large, name)]
    return before === null || after === null ? null : Math.abs(before * SCALE - after)
  }

  it("counters within one step of their grid, trades within one lot and one step", () => {
    fc.assert(fc.property(walks, ({ terms, draw, steps }) => {
      const both = atBothScales(terms, draw, steps)
      if (both === null) return
      const { small, large, turn } = both
      const grid = currencyGrid(draw.currency.decimals)
      const list = draw.line.list * grid
      const counters = apart(small, large, "counter")
      if (counters !== null) expect(counters).toBeLessThanOrEqual(SCALE * coarseGrid(list, 200, grid))
      const marginals = apart(small, large, "marginal_price")
      if (marginals !== null) expect(marginals).toBeLessThanOrEqual((counters ?? 0) + SCALE * coarseGrid(list, 50, grid))
      // What stands is no new trade, be it that rounding alone makes the new one the same.
      if (small.standing !== large.standing && plainStanding(turn).length > 0) return
      // How many pieces pay for an ask hangs on both prices: where these scale, so do the trades.
      if (counters !== 0 || marginals !== 0) return
      const [one, ten] = [tradeOf(small), tradeOf(large)]
      if (one === null && ten === null) return
      // Where the smaller unit rounds a trade up to what the window gave before, that is given again, at its own quantity, even where
      // the larger one leaves the buyer's own tier to be had for less.
      if (promised(turn, "line").some(({ unit_price }) => unit_price === one?.unit_price)) return
      if (one === null || ten === null) {
        // A trade that the smaller currency unit rounds up to what it had to stay under is none.
        const found = one === null ? (ten?.unit_price ?? 0) : one.unit_price * SCALE
        const pieces = (one ?? ten)?.quantity ?? 0
        const under = Math.min(termIn(large, "counter") ?? 0, ownPriceAt(turn.facts.lines[0]?.own_prices ?? [], pieces) * SCALE)
        expect(under - found).toBeLessThanOrEqual(SCALE * grid)
        return
      }
      expect(Math.abs(one.unit_price * SCALE - ten.unit_price)).toBeLessThanOrEqual(SCALE * grid)
      expect(Math.abs(one.quantity - ten.quantity)).toBeLessThanOrEqual(turn.facts.lines[0]?.lot ?? turn.policy.step)
    }), RUNS)
  })
})

describe("6: a higher cost", () => {
  it("lowers no counter, and makes no trade of volume easier, from any state of a window in which anything may change", () => {
    fc.assert(fc.property(movedWalks, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (drawn, one, other) => {
      const turn = playMoves(drawn).at(-1)
      if (turn === undefined || turn.event.type !== "ask") return
      const at = (share: number): CaseDecision => {
        const lines = turn.facts.lines.map((line) => ({ ...line, unit_cost: Math.floor(line.list_unit_price * share) as UnitPrice }))
        return decide(turn.policy, { ...turn.facts, lines }, turn.state, turn.event)
      }
      const [cheap, dear] = [at(Math.min(one, other)), at(Math.max(one, other))]
      const [low, high] = [termIn(cheap, "counter"), termIn(dear, "counter")]
      if (low !== null && high !== null) expect(high).toBeGreaterThanOrEqual(low)
      const [trade, dearer] = [tradeOf(cheap), tradeOf(dear)]
      if (low === null || high === null || trade === null || dearer === null) return
      const easier = dearer.quantity <= trade.quantity && dearer.unit_price <= trade.unit_price
      expect(easier && (dearer.quantity < trade.quantity || dearer.unit_price < trade.unit_price)).toBe(false)
    }), RUNS)
  })
})
