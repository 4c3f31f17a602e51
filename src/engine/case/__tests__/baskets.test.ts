import fc from "fast-check"
import { decide, fromUnits, ownPriceAt, suggest, type CaseFacts, type LineFacts, type Money } from "../.."
import { spreadTotal } from "../../price"
import { currencyGrid } from "../../money"
import { caseArbitrary, factsFrom, RUNS, termsArbitrary } from "../../__tests__/arbitraries"
import { compiled } from "../../__tests__/walk"
import { askFor, factsWith, FRESH, lineWith, menuOf, policyWith, units } from "../../__tests__/story"

const policy = policyWith({ automatic_limit: { usd: 10_000_000 } })
const bolt = lineWith()
const nut = lineWith({ line_id: "line_2", variant_id: "variant_2", quantity: 1_000 })
const asks = (first: number, second: number) => ({
  type: "ask", asks: [{ line_id: "line_1", unit_price: units(first), quantity: 2_000 }, { line_id: "line_2", unit_price: units(second), quantity: 1_000 }],
}) as const

describe("several lines", () => {
  it("decides each for itself and combines their options", () => {
    const decision = decide(policy, factsWith([bolt, nut]), FRESH, asks(110, 115))
    expect(menuOf(decision)).toEqual(["volume 4000 @ 110 + 1500 @ 115", "counter 2000 @ 118 + 1000 @ 118"])
    expect(decision.lines.map((line) => line.counter_unit_price)).toEqual([units(118), units(118)])
  })

  it("keeps an accepted line at its price while another is countered", () => {
    const decision = decide(policy, factsWith([bolt, nut]), FRESH, asks(110, 119))
    expect(decision.lines.map((line) => line.answer)).toEqual(["counter", "accept"])
    expect(decision.answer).toBe("counter")
    expect(menuOf(decision)).toEqual(["volume 4000 @ 110 + 1000 @ 118", "counter 2000 @ 118 + 1000 @ 118"])
  })

  it("accepts only where every line does", () => {
    expect(decide(policy, factsWith([bolt, nut]), FRESH, asks(118, 119)).accepted.map((line) => line.unit_price)).toEqual([units(118), units(118)])
  })

  it("takes the most human answer, and then gives nothing on any line", () => {
    const decision = decide(policy, factsWith([bolt, { ...nut, unit_cost: null }]), FRESH, asks(110, 115))
    expect(decision).toMatchObject({ answer: "person", reason_code: "cost_missing", menu: [] })
    expect(decision.lines.map((line) => line.memory.rounds)).toEqual([0, 0])
    expect(decision.lines.map((line) => line.counter_unit_price)).toEqual([null, null])
  })

  it("goes on without a line that may not be negotiated", () => {
    const decision = decide(policy, factsWith([bolt, { ...nut, excluded: "scope" }]), FRESH, asks(110, 115))
    expect(menuOf(decision)).toEqual(["volume 4000 @ 110", "counter 2000 @ 118"])
    const met = decide(policy, factsWith([bolt, { ...nut, excluded: "scope" }]), FRESH, asks(119, 115))
    expect([met.answer, ...menuOf(met)]).toEqual(["counter", "counter 2000 @ 118"])
  })

  it("takes a standing option only where every line of it is met", () => {
    const standing = [{ option_id: "both", kind: "counter", lines: [
      { line_id: "old_1", variant_id: "variant_1", quantity: 2_000, unit_price: units(117) },
      { line_id: "old_2", variant_id: "variant_2", quantity: 1_000, unit_price: units(116) },
    ] }]
    const state = { ...FRESH, standing }
    const met = decide(policy, factsWith([bolt, nut]), state, asks(117, 120))
    expect(met).toMatchObject({ answer: "accept", accepted_option_id: "both" })
    expect(met.accepted.map(({ line_id, unit_price }) => [line_id, unit_price])).toEqual([["line_1", units(117)], ["line_2", units(116)]])
    expect(decide(policy, factsWith([bolt, nut]), state, asks(116.99, 120)).accepted_option_id).toBeNull()
    expect(decide(policy, factsWith([bolt, nut]), state, askFor(117)).accepted_option_id).toBeNull()
    const basket = (total: number) => decide(policy, factsWith([bolt, nut]), state, { type: "ask_total", total: units(total) as number as Money })
    expect(basket(350_000).accepted_option_id).toBe("both")
    expect(basket(349_999).accepted_option_id).toBeNull()
  })
})

describe("one target for the basket", () => {
  it("is spread in proportion to today's prices and decided line by line", () => {
    const decision = decide(policy, factsWith([bolt, nut]), FRESH, { type: "ask_total", total: units(330_000) as number as Money })
    expect(decision.lines.map((line) => line.ask?.unit_price)).toEqual([units(110), units(110)])
    expect(menuOf(decision)[0]).toBe("volume 4000 @ 110 + 2000 @ 110")
  })

  it("leaves lines that may not be negotiated at their price", () => {
    const decision = decide(policy, factsWith([bolt, { ...nut, excluded: "scope" }]), FRESH, { type: "ask_total", total: units(340_000) as number as Money })
    expect(decision.lines.map((line) => line.ask?.unit_price)).toEqual([units(110), units(120)])
  })

  it("never comes to more than the target, nor to less than the grid forces", () => {
    fc.assert(fc.property(fc.array(caseArbitrary, { minLength: 1, maxLength: 5 }), fc.double({ min: 0, max: 1.2, noNaN: true }), (draws, share) => {
      const grid = currencyGrid(draws[0]?.currency.decimals ?? 0)
      const lines = draws.flatMap((draw, index): LineFacts[] => factsFrom(draw).lines.map((line) => ({ ...line, line_id: `line_${index}` })))
      const value = lines.reduce((sum, line) => sum + ownPriceAt(line.own_prices, line.quantity) * line.quantity, 0)
      // Past that a basket is a person's before anything is spread.
      fc.pre(Number.isSafeInteger(value))
      const total = Math.floor(value * share)
      const rooms = lines.map((line) => (ownPriceAt(line.own_prices, line.quantity) - Math.min(line.unit_cost ?? 0, ownPriceAt(line.own_prices, line.quantity))) * line.quantity)
      const spread = spreadTotal(total, lines, grid, share < 0.6 ? [] : rooms)
      const asked = spread.reduce((sum, ask) => sum + ask.unit_price * ask.quantity, 0)
      expect(asked).toBeLessThanOrEqual(total)
      // A step more of any line that is still under today's price would be too much.
      for (const [index, { own_prices, quantity }] of lines.entries()) {
        const lifted = (spread[index]?.unit_price ?? 0) + grid
        if (total >= value || lifted <= ownPriceAt(own_prices, quantity)) expect(total - asked).toBeLessThan(quantity * grid)
      }
    }), RUNS)
  })
})

describe("a basket is carried by the lines that can", () => {
  const total = (amount: number) => ({ type: "ask_total", total: units(amount) as number as Money }) as const
  const asked = (decision: ReturnType<typeof decide>) => decision.lines.map((line) => line.ask?.unit_price)
  // Floors 82.36 and 94.12: 90 and 105 once rounded up to the next eighth of list, so a piece can give 30 where a bolt can give 15.
  const rich = { ...nut, unit_cost: units(70) }

  it("takes off each line in proportion to what it can give, coarsely", () => {
    expect(asked(decide(policy, factsWith([bolt, rich]), FRESH, total(330_000)))).toEqual([units(112.5), units(105)])
    expect(asked(decide(policy, factsWith([bolt, { ...rich, unit_cost: units(66) }]), FRESH, total(330_000)))).toEqual([units(112.5), units(105)])
    expect(asked(decide(policy, factsWith([bolt, { ...nut, unit_cost: units(100) }]), FRESH, total(330_000)))).toEqual([units(105), units(120)])
  })

  it("takes what is more than all of them can give in proportion to what is left", () => {
    // 60,000 of 150,000 is what they can give; what is left is 105 and 90 a piece.
    const decision = decide(policy, factsWith([bolt, rich]), FRESH, total(210_000))
    expect(asked(decision)).toEqual([units(73.5), units(63)])
  })

  it("goes by today's prices where nobody knows what a line can give", () => {
    const unknown = { unit_cost: null }
    expect(asked(decide(policy, factsWith([{ ...bolt, ...unknown }, { ...nut, ...unknown }]), FRESH, total(330_000)))).toEqual([units(110), units(110)])
  })

  it("never asks more than is paid today, and spreads a target above it as it is", () => {
    expect(asked(decide(policy, factsWith([bolt, { ...nut, unit_cost: units(100) }]), FRESH, total(359_999.99)))).toEqual([units(119.99), units(120)])
    expect(asked(decide(policy, factsWith([bolt, nut]), FRESH, total(390_000)))).toEqual([units(130), units(130)])
  })

  it("offers what a line can give for more pieces where its part is all it costs and the others can give nothing", () => {
    // The washer's 4 fils don't fall by a whole one within twice its pieces; the valve's floor, 33, is its price, 37, once rounded up to an eighth.
    const fils = (count: number) => (count * 10) as LineFacts["list_unit_price"]
    const priced = (list: number, own: number, cost: number) => ({ list_unit_price: fils(list), own_prices: [{ min_quantity: 1, unit_price: fils(own) }], unit_cost: (cost * 10) as LineFacts["unit_cost"] })
    const valve = lineWith({ ...priced(37, 37, 24.5), quantity: 500 })
    const washer = lineWith({ ...priced(8, 4, 1.5), line_id: "line_2", variant_id: "variant_2", quantity: 157 })
    const facts = { ...factsWith([valve, washer]), currency: { code: "kwd", decimals: 3 } }
    const gives = policyWith({
      minimum_margin: 0.2433, talk_concession_limit: 0, opening_concession: 0, acceptance_tolerance: 0, minimum_plausible_ask: 0, volume_gain_share: 0,
      incremental_share: 1, volume_cap_factor: 2, volume_step: 1, rounds: 1, automatic_limit: { kwd: 1_000 },
    })
    const answers = [57_384, 186_570].map((units) => decide(gives, facts, FRESH, { type: "ask_total", total: units as Money }))
    expect(answers.map(({ answer }) => answer)).toEqual(["counter", "counter"])
    expect(answers.map(({ menu }) => menu.map(({ lines }) => lines.map(({ quantity, unit_price }) => [quantity, unit_price])))).toEqual([[[[1_000, 350], [157, 40]]], [[[667, 360], [157, 40]]]])
    // What was offered is remembered, and only the line that wanted nothing is asked for more.
    const [, near] = answers
    expect(near).toMatchObject({ reason_code: "countered", standing: false, lines: [{ ask: { unit_price: 360 } }, { ask: { unit_price: 10 } }] })
    expect(near?.lines.map(({ memory }) => [memory.rounds, memory.counters])).toEqual([[1, [{ quantity: 667, unit_price: 360 }]], [1, []]])
    // Asked line by line, nobody is asked for more than they asked for.
    const byLine = [[valve, 370], [washer, 10]] as const
    const asked = byLine.map(([{ line_id, quantity }, price]) => ({ line_id, quantity, unit_price: price as LineFacts["list_unit_price"] }))
    expect(decide(gives, facts, FRESH, { type: "ask", asks: asked })).toMatchObject({ answer: "person", reason_code: "no_room" })
  })

  it("agrees where the counters come to no more than the target, though one line alone asks for too little", () => {
    const state = { ...FRESH, memory: { line_2: { rounds: 1, asks: [], counters: [{ quantity: 1_000, unit_price: units(108) }], marginal_price: null } } }
    // Counters 118 and 108: 344,000. The target asks 114.67 of both: too little for a bolt, more than enough for a nut.
    const decision = decide(policy, factsWith([bolt, nut]), state, total(344_000))
    expect(decision).toMatchObject({ answer: "accept", reason_code: "accepted_ask", accepted_option_id: null, standing: false })
    expect(decision.accepted.map(({ unit_price }) => unit_price)).toEqual([units(118), units(108)])
    expect(decision.lines.map(({ answer, reason_code }) => `${answer} ${reason_code}`)).toEqual(["accept accepted_ask", "accept accepted_ask"])
    expect(decision.lines.map(({ memory }) => memory.rounds)).toEqual([1, 1])
    expect(decide(policy, factsWith([bolt, nut]), state, total(343_999.99)).answer).toBe("counter")
  })

  it("leaves lines that may not be negotiated out of what it agrees to", () => {
    const decision = decide(policy, factsWith([bolt, { ...nut, excluded: "scope" }]), FRESH, total(358_000))
    expect(decision.answer).toBe("counter")
  })

  it("never takes less than a line's band, and never more than the target", () => {
    fc.assert(fc.property(termsArbitrary, fc.array(caseArbitrary, { minLength: 2, maxLength: 4 }), fc.double({ min: 0.5, max: 1.05, noNaN: true }), (terms, draws, share) => {
      const currency = draws[0]?.currency ?? { code: "jpy", decimals: 0 }
      const lines = draws.flatMap((draw, index): LineFacts[] => factsFrom({ ...draw, currency: currency as typeof draw.currency }).lines.map((line) => ({ ...line, line_id: `line_${index}`, variant_id: `variant_${index}` })))
      const value = lines.reduce((sum, line) => sum + ownPriceAt(line.own_prices, line.quantity) * line.quantity, 0)
      const target = Math.floor(value * share)
      const facts: CaseFacts = { currency, company: { opted_out: false, strategic: false }, lines }
      const decision = decide(compiled(terms), facts, FRESH, { type: "ask_total", total: target as Money })
      if (decision.answer !== "accept") return
      expect(decision.accepted.reduce((sum, line) => sum + line.unit_price * line.quantity, 0)).toBeLessThanOrEqual(target)
      decision.accepted.forEach((line, index) => {
        const band = decision.lines[index]?.trace.find(({ term }) => term === "band")?.value
        expect(line.unit_price).toBeGreaterThanOrEqual(Math.min(Number(band), Number(decision.lines[index]?.counter_unit_price ?? band)))
        expect(line.unit_price).toBeGreaterThanOrEqual(decision.lines[index]?.floor_unit_price ?? 0)
      })
    }), RUNS)
  })
})

describe("suggest", () => {
  const show = (options: ReturnType<typeof suggest>) => options?.map(({ kind, lines }) => `${kind} ${lines.map((line) => `${line.quantity} @ ${fromUnits(line.unit_price)}`).join(" + ")}`)

  it("tells the rep what the engine would offer without limits and worries", () => {
    const facts = factsWith([bolt], { company: { opted_out: false, strategic: true } })
    expect(show(suggest(policyWith({ automatic_limit: {} }), facts, { ...FRESH, cooling_down: true }, askFor(110)))).toEqual(["volume 4000 @ 110", "counter 2000 @ 118"])
  })

  it("goes by the last ask where the event names none", () => {
    const state = { ...FRESH, memory: { line_1: decide(policy, factsWith(), FRESH, askFor(110)).lines[0]?.memory ?? expect.anything() } }
    expect(show(suggest(policy, factsWith(), state, { type: "refuse" }))).toEqual(["volume 4000 @ 110", "counter 2000 @ 118"])
    expect(show(suggest(policy, factsWith(), FRESH, { type: "ask_person" }))?.at(-1)).toBe("counter 2000 @ 118")
  })

  it("says nothing where a fact is missing, and offers nothing where there is no room", () => {
    expect(suggest(policy, factsWith([lineWith({ unit_cost: null })]), FRESH, askFor(110))).toBeNull()
    expect(suggest(policy, factsWith([lineWith({ quantity: Number.NaN })]), FRESH, askFor(110))).toBeNull()
    expect(suggest(policy, factsWith([lineWith({ unit_cost: units(110) })]), FRESH, askFor(110))).toEqual([])
  })

  it("never goes under the floor, though counters once did", () => {
    const memory = { rounds: 1, asks: [], counters: [{ quantity: 1, unit_price: units(90) }], marginal_price: units(90) }
    const options = suggest(policy, factsWith(), { ...FRESH, memory: { line_1: memory } }, askFor(100))
    for (const option of options ?? []) expect(option.lines[0]?.unit_price).toBeGreaterThanOrEqual(units(94.12))
    expect(options?.length).toBeGreaterThan(0)
  })
})
