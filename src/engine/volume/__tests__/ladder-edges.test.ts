import { ladder, type CaseFacts, type LineFacts, type LineMemory, type PolicyTerms } from "../.."
import { factsWith, lineWith, policyWith, units } from "../../__tests__/story"

const NEVER: LineMemory = { rounds: 0, asks: [], counters: [], marginal_price: null }
function steps(change: Partial<LineFacts> = {}, terms: Partial<PolicyTerms> = {}, memory: Partial<LineMemory> = {}, facts: Partial<CaseFacts> = {}): string[] {
  const line = lineWith(change)
  const policy = policyWith({ initiation: "threshold", automatic_limit: { usd: 1_000_000 }, ...terms })
  return ladder(policy, factsWith([line], facts), line, { ...NEVER, ...memory }).map(({ min_quantity, unit_price }) => `${min_quantity} @ ${unit_price / 10_000}`)
}
const GOLDEN = ["3000 @ 114", "4000 @ 112", "5000 @ 110", "6000 @ 108"]
const without = (...quantities: number[]) => GOLDEN.filter((step) => !quantities.some((quantity) => step.startsWith(`${quantity} `)))

describe("a ladder's steps", () => {
  it("go up in lots, and fall or are left out", () => {
    expect(steps({ lot: 700 }).map((step) => Number.parseInt(step, 10))).toEqual([3_400, 4_100, 4_800])
    expect(steps({}, { volume_cap_factor: 1.25 })).toEqual(["2500 @ 118"])
    expect(steps({}, { volume_cap_factor: 1.2 })).toEqual([])
  })

  it("are no fewer pieces than are sold at once", () => {
    expect(steps({ minimum_quantity: 4_000 })).toEqual(without(3_000))
    expect(steps({ minimum_quantity: 4_001 })).toEqual(without(3_000, 4_000))
    expect(steps({ minimum_quantity: null })).toEqual(GOLDEN)
  })

  it("leave out what the buyer has anyway, and count what is saved against that", () => {
    const tiered = (price: number) => ({ own_prices: [{ min_quantity: 1, unit_price: units(120) }, { min_quantity: 4_000, unit_price: units(price) }] })
    expect(steps(tiered(112))).toEqual(without(4_000))
    expect(steps(tiered(112.01))).toEqual(GOLDEN)
    const line = lineWith(tiered(113))
    const found = ladder(policyWith({ initiation: "threshold", automatic_limit: { usd: 1_000_000 } }), factsWith([line]), line, null)
    expect(found.map(({ saving_total }) => saving_total / 10_000)).toEqual([18_000, 4_000, 15_000, 30_000])
  })

  it("leave out what is under a held price at its quantity", () => {
    const held = (price: number, quantity: number) => steps({ last_paid: { unit_price: units(price), quantity, age_days: 1 } }, { last_paid: "hold" })
    expect(held(112, 4_000)).toEqual(GOLDEN)
    expect(held(112.01, 4_000)).toEqual(without(4_000))
    expect(held(112.01, 3_999)).toEqual(GOLDEN)
  })

  it("leave out what is over the automatic limit, and end where the current price is", () => {
    expect(steps({}, { automatic_limit: { usd: 480_000 } })).toEqual(without(5_000, 6_000))
    expect(steps({}, { automatic_limit: { usd: 479_999 } })).toEqual(without(4_000, 5_000, 6_000))
    expect(steps({}, { automatic_limit: { usd: 239_999 } })).toEqual([])
  })

  it("leave out what a rule of routing sends to a person", () => {
    const deep = [{ name: "Deep", when: { depth_from: 0.08 }, to: "rep" as const, sla_hours: null }]
    // 110.40 is 8% under today's price.
    expect(steps({}, { routing: deep })).toEqual(without(5_000, 6_000))
  })

  it("go on from the marginal price the window keeps", () => {
    expect(steps({}, {}, { marginal_price: units(110) })).toEqual(["3000 @ 118", "4000 @ 116", "5000 @ 114"])
  })

  it("are there up to the last round, not after it", () => {
    expect(steps({}, {}, { rounds: 3 })).toEqual(GOLDEN)
    expect(steps({}, {}, { rounds: 4 })).toEqual([])
  })

  it("are none for articles the policy keeps out, or where it is not known whether it does", () => {
    const eligibility = { minimum_value: {}, profitability: [], growth: [], credit: { watch: "negotiate" as const, blocked: "negotiate" as const }, only_products: [], never_products: ["tag:1"] }
    expect(steps({ scopes: ["tag:1"] }, { eligibility })).toEqual([])
    expect(steps({}, { eligibility })).toEqual([])
    expect(steps({ scopes: ["tag:2"] }, { eligibility })).toEqual(GOLDEN)
  })

  it("are cut for the line alone, whatever else is in the cart", () => {
    const line = lineWith()
    const facts = factsWith([line, lineWith({ line_id: "line_2", quantity: 1_000_000 })])
    expect(ladder(policyWith({ initiation: "threshold", automatic_limit: { usd: 1_000_000 } }), facts, line, null)).toHaveLength(4)
  })

  it("fall with the jitter as prices do", () => {
    expect(steps({ jitter: 500 })[0]).not.toBe(GOLDEN[0])
  })
})
