import fc from "fast-check"
import { decide, ladder, ownPriceAt, type CompiledPolicy, type LineFacts } from "../.."
import { coarseGrid, currencyGrid } from "../../money"
import { caseArbitrary, factsFrom, RUNS, stepsArbitrary, termsArbitrary } from "../../__tests__/arbitraries"
import { factsWith, FRESH, lineWith, policyWith, units } from "../../__tests__/story"
import { compiled, walk } from "../../__tests__/walk"

const wide = { initiation: "threshold", automatic_limit: { usd: 1_000_000 } } as const

describe("the published ladder", () => {
  it("shows coarse steps of the golden story", () => {
    expect(ladder(policyWith(wide), factsWith(), lineWith(), null)).toEqual([
      { min_quantity: 3_000, unit_price: units(114), saving_total: units(18_000) },
      { min_quantity: 4_000, unit_price: units(112), saving_total: units(32_000) },
      { min_quantity: 5_000, unit_price: units(110), saving_total: units(50_000) },
      { min_quantity: 6_000, unit_price: units(108), saving_total: units(72_000) },
    ])
  })

  it.each([
    ["the buyer speaks first", policyWith({ ...wide, initiation: "buyer" }), factsWith()],
    ["the seller speaks first", policyWith({ ...wide, initiation: "seller" }), factsWith()],
    ["the company opted out", policyWith(wide), factsWith([lineWith()], { company: { opted_out: true, strategic: false } })],
    ["a person decides", policyWith(wide), factsWith([lineWith()], { company: { opted_out: false, strategic: true } })],
    ["the cost is missing", policyWith(wide), factsWith([lineWith({ unit_cost: null })])],
    ["the line is excluded", policyWith(wide), factsWith([lineWith({ excluded: "scope" })])],
    ["there is no room", policyWith(wide), factsWith([lineWith({ unit_cost: units(110) })])],
    ["the deal is too large", policyWith({ ...wide, automatic_limit: { usd: 1_000 } }), factsWith()],
  ])("shows nothing where %s", (_, policy, facts) => expect(ladder(policy, facts, facts.lines[0] as LineFacts, null)).toEqual([]))

  it("shows nothing to a company without rounds", () => {
    const memory = { rounds: 4, asks: [], counters: [], marginal_price: null }
    expect(ladder(policyWith(wide), factsWith(), lineWith(), memory)).toEqual([])
  })

  it("stops at stock, limit and held price", () => {
    expect(ladder(policyWith(wide), factsWith(), lineWith({ stock: 4_100 }), null).at(-1)?.min_quantity).toBe(4_000)
    expect(ladder(policyWith({ ...wide, automatic_limit: { usd: 500_000 } }), factsWith(), lineWith(), null).at(-1)?.min_quantity).toBe(4_000)
    const last_paid = { unit_price: units(119), quantity: 4_500, age_days: 1 }
    expect(ladder(policyWith({ ...wide, last_paid: "hold" }), factsWith(), lineWith({ last_paid }), null)[0]?.min_quantity).toBe(5_000)
  })

  it("leaves a step out that costs no less in all than the next one", () => {
    // 2,068 at 98 are 202,664, 2,102 at 96 are 201,792.
    const line = lineWith({ list_unit_price: units(100), own_prices: [{ min_quantity: 1, unit_price: units(99.2) }], unit_cost: units(20), stock: 2_136 })
    const policy = policyWith({ ...wide, volume_gain_share: 0.1, volume_step: 1 })
    const steps = ladder(policy, factsWith([line]), line, null).map(({ min_quantity, unit_price }) => `${min_quantity} @ ${unit_price / 10_000}`)
    expect(steps).toEqual(["2102 @ 96"])
  })

  it("falls, saves, stays on the coarse grid and over the floor, and is never better than an ask for it in round 1", () => {
    fc.assert(
      fc.property(termsArbitrary, caseArbitrary, (drawn, draw) => {
        const terms = { ...drawn, initiation: "threshold" as const, minimum_plausible_ask: 0 }
        const policy = compiled(terms)
        const facts = factsFrom(draw)
        const line = facts.lines[0] as LineFacts
        const steps = ladder(policy, facts, line, null)
        expect(steps.length).toBeLessThanOrEqual(4)
        const totals = steps.map((step) => step.unit_price * step.min_quantity)
        for (const [place, total] of totals.entries()) expect(total).toBeGreaterThan(totals[place - 1] ?? 0)
        let last = ownPriceAt(line.own_prices, line.quantity)
        for (const step of steps) {
          expect(step.unit_price).toBeLessThan(last)
          expect(step.unit_price % coarseGrid(line.list_unit_price, 50, currencyGrid(draw.currency.decimals))).toBe(0)
          expect(step.saving_total).toBeGreaterThan(0)
          expect(step.unit_price * (10_000 - policy.minimumMargin)).toBeGreaterThanOrEqual((line.unit_cost ?? 0) * 10_000)
          last = step.unit_price
          const asked = decide(policy, facts, FRESH, { type: "ask", asks: [{ line_id: "line", unit_price: step.unit_price, quantity: line.quantity }] })
          const granted = [...asked.accepted, ...asked.menu.flatMap((option) => option.lines)]
          const met = granted.some((offer) => offer.quantity <= step.min_quantity && offer.unit_price <= step.unit_price)
          expect(met || asked.reason_code === "last_paid_under_band").toBe(true)
        }
      }),
      RUNS
    )
  })
})

describe("8: what a buyer sees leaves the cost open", () => {
  it("fits costs that span a tenth of list, for a buyer who knows all but how the gain is shared", () => {
    fc.assert(
      fc.property(fc.integer({ min: 3_000, max: 7_000 }), fc.integer({ min: 100, max: 4_000 }), (share, quantity) => {
        const list = units(1_000)
        const at = (cost: number, policy: CompiledPolicy) =>
          JSON.stringify(ladder(policy, factsWith(), lineWith({
            list_unit_price: list, own_prices: [{ min_quantity: 1, unit_price: list }], unit_cost: units(cost), quantity,
          }), null))
        const gains = [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8]
        const policies = gains.map((gain) => policyWith({ ...wide, volume_gain_share: gain, volume_step: 1, automatic_limit: { usd: 1e9 } }))
        const seen = at(share / 10, policies[5] as CompiledPolicy)
        const fits = Array.from({ length: 400 }, (_, index) => index * 2).filter((cost) => policies.some((policy) => at(cost, policy) === seen))
        expect((fits.at(-1) ?? 0) - (fits[0] ?? 0)).toBeGreaterThanOrEqual(100)
      }),
      { numRuns: Math.ceil(RUNS.numRuns / 30) }
    )
  })

  it("never shows the floor, nor a price within the next 2% of list above it, in a trade that reaches for it", () => {
    fc.assert(
      fc.property(termsArbitrary, caseArbitrary, stepsArbitrary(false), (terms, draw, steps) => {
        for (const { decision, facts } of walk(terms, draw, steps)) {
          const floor = decision.lines[0]?.trace.find((term) => term.term === "floor")?.value
          const marginal = decision.lines[0]?.trace.find((term) => term.term === "marginal_price")?.value
          const list = facts.lines[0]?.list_unit_price ?? 0
          const reference = decision.lines[0]?.trace.find((term) => term.term === "current_price")?.value
          if (typeof floor !== "number" || typeof marginal !== "number" || typeof reference !== "number") continue
          const step = Math.ceil((Math.ceil((floor * 50) / list) - 1) * list / 50)
          if (marginal < reference && step > floor) expect(marginal).toBeGreaterThanOrEqual(step)
        }
      }),
      RUNS
    )
  })
})
