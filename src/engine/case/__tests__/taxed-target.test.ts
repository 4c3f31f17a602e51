import fc from "fast-check"
import { decide, ownPriceAt, spreadRooms, spreadTotal, withTax, type CaseEvent, type CaseFacts, type LineFacts, type Money, type TaxedTarget, type UnitPrice } from "../.."
import { currencyGrid } from "../../money"
import { caseArbitrary, factsFrom, RUNS, termsArbitrary } from "../../__tests__/arbitraries"
import { askFor, factsWith, FRESH, lineWith, policyWith } from "../../__tests__/story"
import { compiled } from "../../__tests__/walk"

const baskets = fc.array(caseArbitrary, { minLength: 1, maxLength: 4 }).map((draws): CaseFacts => {
  const currency = draws[0]?.currency ?? { code: "jpy", decimals: 0 }
  const lines = draws.flatMap((draw, index): LineFacts[] =>
    factsFrom({ ...draw, currency: currency as typeof draw.currency }).lines.map((line) => ({ ...line, line_id: `line_${index}`, variant_id: `variant_${index}` })))
  return { currency, company: { opted_out: false, strategic: false }, lines }
})
const valueOf = (facts: CaseFacts) => facts.lines.reduce((sum, line) => sum + ownPriceAt(line.own_prices, line.quantity) * line.quantity, 0)
const shares = fc.double({ min: 0.5, max: 1.05, noNaN: true })

describe("a target for a basket whose prices include tax", () => {
  it("without any tax in it is the same question as a net one", () => {
    fc.assert(fc.property(termsArbitrary, baskets, shares, (terms, facts, share) => {
      const policy = compiled(terms)
      const total = Math.floor(valueOf(facts) * share) as Money
      const asks = spreadTotal(total, facts.lines, currencyGrid(facts.currency.decimals), spreadRooms(policy, facts))
        .map((ask) => ({ ...ask, unit_price: ask.unit_price as UnitPrice }))
      const tax_ppm = Object.fromEntries(facts.lines.map((line) => [line.line_id, 0]))
      const taxed = decide(policy, facts, FRESH, { type: "ask", asks, target: { total, decimals: facts.currency.decimals, tax_ppm } })
      expect(taxed).toEqual(decide(policy, facts, FRESH, { type: "ask_total", total }))
    }), RUNS)
  })

  it("of a merchant's own price finer than the currency, asked for as it is → agreed, with no tax in it as net", () => {
    const own = 1_195_050 as UnitPrice
    const policy = policyWith({ opening_concession: 0, talk_concession_limit: 0, acceptance_tolerance: 0 })
    const facts = factsWith([lineWith({ own_prices: [{ min_quantity: 1, unit_price: own }], quantity: 3 })])
    const target = { total: (own * 3) as Money, decimals: 2 }
    const asks = [{ line_id: "line_1", unit_price: (own - 50) as UnitPrice, quantity: 3 }]
    const agreed = { answer: "accept", accepted: [{ unit_price: own, quantity: 3 }] }
    expect(decide(policy, facts, FRESH, { type: "ask_total", total: target.total })).toMatchObject(agreed)
    expect(decide(policy, facts, FRESH, { type: "ask", asks, target: { ...target, tax_ppm: { line_1: 0 } } })).toMatchObject(agreed)
  })

  it("is never passed by what is agreed on because of it, as it is shown, and no line goes under its floor", () => {
    let carried = 0
    fc.assert(fc.property(termsArbitrary, baskets, shares, fc.array(fc.integer({ min: 0, max: 400_000 }), { minLength: 4, maxLength: 4 }), (terms, facts, share, rates) => {
      const policy = compiled(terms)
      const grid = currencyGrid(facts.currency.decimals)
      const tax_ppm = Object.fromEntries(facts.lines.map((line, index) => [line.line_id, rates[index] ?? 0]))
      const shown = (line_id: string, price: number) => withTax(price, tax_ppm[line_id] ?? 0, grid)
      const total = Math.floor(share * facts.lines.reduce((sum, line) => sum + shown(line.line_id, ownPriceAt(line.own_prices, line.quantity)) * line.quantity, 0)) as Money
      const asks = facts.lines.map((line) => ({ line_id: line.line_id, quantity: line.quantity, unit_price: Math.floor(ownPriceAt(line.own_prices, line.quantity) * share) as UnitPrice }))
      const alone = decide(policy, facts, FRESH, { type: "ask", asks })
      const together = decide(policy, facts, FRESH, { type: "ask", asks, target: { total, decimals: facts.currency.decimals, tax_ppm } })
      if (together.answer !== "accept" || alone.answer === "accept") return
      carried += 1
      expect(together.accepted.reduce((sum, line) => sum + shown(line.line_id, line.unit_price) * line.quantity, 0)).toBeLessThanOrEqual(total)
      together.accepted.forEach((line, index) => expect(line.unit_price).toBeGreaterThanOrEqual(together.lines[index]?.floor_unit_price ?? 0))
    }), { numRuns: Math.max(1_500, RUNS.numRuns * 10) })
    expect(carried).toBeGreaterThan(0)
  })

  it.each<[string, unknown]>([
    ["no object", null],
    ["a total that is none", { total: Number.NaN, decimals: 2, tax_ppm: { line_1: 0 } }],
    ["a negative total", { total: -1, decimals: 2, tax_ppm: { line_1: 0 } }],
    ["decimals that no currency has", { total: 1, decimals: 5, tax_ppm: { line_1: 0 } }],
    ["no tax of a line", { total: 1, decimals: 2, tax_ppm: {} }],
    ["a tax below nothing", { total: 1, decimals: 2, tax_ppm: { line_1: -1 } }],
    ["a tax of more than there is", { total: 1, decimals: 2, tax_ppm: { line_1: 10_000_001 } }],
    ["taxes that are none", { total: 1, decimals: 2, tax_ppm: null }],
  ])("with %s can't be reckoned with: a person, no price", (_, target) => {
    const event: CaseEvent = { ...askFor(119), target: target as TaxedTarget }
    expect(decide(policyWith(), factsWith(), FRESH, event)).toMatchObject({ answer: "person", reason_code: "invalid_facts", accepted: [], menu: [] })
  })
})
