import fc from "fast-check"
import { decide, ownPriceAt, type CaseFacts, type LineFacts, type UnitPrice } from ".."
import { caseArbitrary, factsFrom, RUNS, termsArbitrary } from "./arbitraries"
import { assertWalks, isUnderFloor, offered } from "./properties"
import { after, FRESH } from "./story"
import { compiled } from "./walk"

describe("1: nothing under the floor, levers", () => {
  it("leaves the floor of the cash price with a concession taken off, however a promotion rounds it", () => {
    assertWalks((turn) => {
      const grid = BigInt(10 ** (4 - turn.facts.currency.decimals))
      for (const { concession, lines } of offered(turn)) {
        for (const { unit_price, quantity } of concession === null ? [] : lines) {
          const cash = BigInt(unit_price) * BigInt(quantity) * (10_000n - BigInt(concession?.percent ?? 0)) - grid * 10_000n
          const perPiece = cash / (10_000n * BigInt(quantity))
          expect(perPiece).toBeGreaterThanOrEqual(0n)
          expect(isUnderFloor(turn, Number(perPiece) + 1)).toBe(false)
        }
      }
    })
  })

  it("offers no substitute under its own floor, over the ask, short of stock, without a cost, or in a quantity it is not sold in", () => {
    assertWalks((turn) => {
      for (const { lines } of offered(turn).filter(({ kind }) => kind === "substitute")) {
        const [line] = lines
        const found = turn.facts.lines[0]?.substitutes?.find(({ variant_id }) => variant_id === line?.variant_id)
        if (line === undefined || found === undefined || found.unit_cost === null) throw new Error("a substitute nobody knows")
        const kept = 10_000n - BigInt(Math.round(turn.terms.minimum_margin * 10_000))
        expect(BigInt(line.unit_price) * kept).toBeGreaterThanOrEqual(BigInt(found.unit_cost) * 10_000n)
        if (turn.event.type === "ask") expect(line.unit_price).toBeLessThanOrEqual(turn.event.asks[0]?.unit_price ?? 0)
        expect(Number(found.stock ?? line.quantity)).toBeGreaterThanOrEqual(line.quantity)
        expect([line.quantity % (found.lot ?? 1), line.quantity >= (found.minimum_quantity ?? 1)]).toEqual([0, true])
      }
    })
  })
})

describe("2: what hangs on a condition", () => {
  it("is never met by an ask, and is restated to the letter while nobody's figures move", () => {
    assertWalks(({ policy, facts, state, decision }) => {
      if (decision.standing || decision.menu.length === 0) return
      const next = after(decision, state)
      const again = decide(policy, facts, next, { type: "ask_person" })
      expect(again.menu).toEqual(decision.menu)
      const conditional = { ...next, standing: next.standing.filter(({ concession, kind }) => (concession ?? null) !== null || kind === "substitute") }
      for (const option of conditional.standing) {
        const asks = option.lines.map(({ unit_price, quantity }) => ({ line_id: "line", unit_price, quantity }))
        expect(decide(policy, facts, conditional, { type: "ask", asks }).accepted_option_id).toBeNull()
      }
    })
  })
})

describe("3: what levers leave", () => {
  it("leaves the seller at least what the same price brings without the lever, where there is no counter too", () => {
    assertWalks((turn) => {
      const cost = turn.facts.lines[0]?.unit_cost ?? null
      for (const { concession, contribution, lines } of offered(turn)) {
        const [line] = lines
        if (concession === null || line === undefined || cost === null || contribution === null) continue
        expect(contribution).toBeGreaterThanOrEqual((line.unit_price - cost) * line.quantity)
      }
    })
  })

  it("counts savings and overall costs as sums of what they are made of", () => {
    assertWalks((turn) => {
      for (const { lines, concession, saving_total, overall_cost } of offered(turn)) {
        const [line] = lines
        if (line === undefined) return
        const before = line.unit_price * line.quantity
        const taken = (BigInt(before) * BigInt(concession?.percent ?? 0)) / 10_000n
        expect(overall_cost.goods).toBe(before - Number(taken))
        expect(overall_cost.total).toBe(overall_cost.goods + (overall_cost.freight ?? 0) + overall_cost.terms)
        expect(saving_total).toBe(ownPriceAt(turn.facts.lines[0]?.own_prices ?? [], line.quantity) * line.quantity - overall_cost.goods)
      }
    })
  })

  it("counts shipping in all of a menu's overall costs, or in none, also in one that stands", () => {
    assertWalks(({ decision }) => {
      expect(new Set(decision.menu.map(({ overall_cost }) => overall_cost.freight === null)).size).toBeLessThanOrEqual(1)
    })
  })

  it("keeps a price that was paid last and is held, at its quantity or fewer pieces, with a cut taken off", () => {
    assertWalks((turn) => {
      const [line] = turn.facts.lines
      const last = line?.last_paid ?? null
      if (line === undefined || last === null || turn.terms.last_paid !== "hold") return
      for (const { lines, concession, overall_cost } of offered(turn)) {
        const [option] = lines
        if (concession === null || option === undefined || option.quantity > last.quantity) continue
        const held = Math.min(last.unit_price, ownPriceAt(line.own_prices, option.quantity))
        expect(overall_cost.goods).toBeGreaterThanOrEqual(held * option.quantity)
      }
    })
  })

  it("proposes or agrees to no fewer pieces than are sold at once, nor more than the buyer uses a year", () => {
    assertWalks((turn) => {
      const asked = turn.event.type === "ask" ? (turn.event.asks[0]?.quantity ?? 0) : 0
      const year = turn.facts.annual_volume ?? null
      for (const { quantity } of turn.decision.accepted_option_id === null ? turn.decision.accepted : []) {
        expect(quantity).toBeGreaterThanOrEqual(turn.facts.lines[0]?.minimum_quantity ?? 1)
      }
      for (const { quantity } of offered(turn).flatMap(({ lines }) => lines)) {
        expect(quantity).toBeGreaterThanOrEqual(turn.facts.lines[0]?.minimum_quantity ?? 1)
        if (year !== null && asked <= year) expect(quantity).toBeLessThanOrEqual(year)
      }
    })
  })
})

describe("1 and 3: a cut on several lines", () => {
  const baskets = fc.record({ terms: termsArbitrary, draws: fc.array(caseArbitrary, { minLength: 2, maxLength: 4 }), share: fc.double({ min: 0.5, max: 1, noNaN: true }) })

  /** The lines of several draws as one case, in the currency and with the ways to ship and pay of the first. */
  function basket(draws: readonly Parameters<typeof factsFrom>[0][]): CaseFacts | null {
    const [first] = draws
    if (first === undefined) return null
    const lines = draws.flatMap((draw, index): LineFacts[] =>
      factsFrom({ ...draw, currency: first.currency }).lines.map((line) => ({ ...line, line_id: `line_${index}`, variant_id: `variant_${index}` })))
    return { ...factsFrom(first), lines }
  }

  it("leaves every line its floor and the case what the counters bring", () => {
    fc.assert(fc.property(baskets, ({ terms, draws, share }) => {
      const facts = basket(draws)
      if (facts === null) return
      const asks = facts.lines.map(({ line_id, quantity, own_prices }) => ({ line_id, quantity, unit_price: Math.floor(ownPriceAt(own_prices, quantity) * share) as UnitPrice }))
      const decision = decide(compiled(terms), facts, FRESH, { type: "ask", asks })
      const grid = BigInt(10 ** (4 - facts.currency.decimals))
      for (const { kind, lines, concession, contribution } of decision.menu) {
        expect(kind).not.toBe("substitute")
        if (concession === null) continue
        let plain: number | null = 0
        for (const { line_id, unit_price, quantity } of lines) {
          const floor = decision.lines.find((line) => line.line_id === line_id)?.floor_unit_price ?? Number.NaN
          const cash = BigInt(unit_price) * BigInt(quantity) * (10_000n - BigInt(concession.percent)) - grid * 10_000n
          expect(cash).toBeGreaterThanOrEqual(BigInt(floor) * BigInt(quantity) * 10_000n)
          const cost = facts.lines.find((line) => line.line_id === line_id)?.unit_cost ?? null
          plain = plain === null || cost === null ? null : plain + (unit_price - cost) * quantity
        }
        if (contribution !== null && plain !== null) expect(contribution).toBeGreaterThanOrEqual(plain)
      }
    }), RUNS)
  })
})
