import { candidatesFor, choosePrice, resolveTiers, unitPriceAt, type PriceCandidate } from "../resolve-prices"

const NOW = new Date("2026-06-15T12:00:00Z")
const buyer = { region_id: "reg_us", customer_id: "cus_1", "customer.groups.id": ["g_a", "g_b"], item_total: 500 }
let made = 0

function row(amount: number, more: Partial<PriceCandidate> & { rule?: Record<string, string> } = {}): PriceCandidate {
  const { rule = {}, ...rest } = more
  const rules = Object.entries(rule).map(([attribute, value]) => ({ attribute, operator: "eq", value }))
  made += 1
  return {
    id: `price_${made}`, price_set_id: "pset", amount, min_quantity: null, max_quantity: null, rules_count: rules.length, rules, list: null, ...rest,
  }
}

function list(type: "sale" | "override", more: Partial<NonNullable<PriceCandidate["list"]>> = {}): PriceCandidate["list"] {
  const rules = more.rules ?? []
  return { id: "plist", type, status: "active", starts_at: null, ends_at: null, rules_count: rules.length, ...more, rules }
}

const price = (candidates: PriceCandidate[], quantity = 1) => choosePrice(candidatesFor(candidates, buyer, NOW), quantity)?.amount ?? null

describe("the price of a quantity", () => {
  it("takes the base price with the most rules, then the lowest amount", () => {
    expect(price([row(100), row(120, { rule: { region_id: "reg_us" } }), row(110, { rule: { region_id: "reg_eu" } })])).toBe(120)
    expect(price([row(100), row(90)])).toBe(90)
  })

  it("gives nothing where no row is for this buyer", () => {
    expect(price([row(100, { rule: { customer_id: "cus_2" } })])).toBeNull()
  })

  it("takes a sale only where it is not above the base price, an override as it is", () => {
    expect(price([row(100), row(80, { list: list("sale") })])).toBe(80)
    expect(price([row(100), row(130, { list: list("sale") })])).toBe(100)
    expect(price([row(100), row(130, { list: list("override") })])).toBe(130)
  })

  it("lets the first list row decide: 99 with two rules beats 85 with one", () => {
    const two = row(99, { list: list("sale"), rule: { region_id: "reg_us", customer_id: "cus_1" } })
    const one = row(85, { list: list("sale"), rule: { region_id: "reg_us" } })
    expect(price([row(120), one, two])).toBe(99)
  })

  it("counts the list's rules as well, met by any of their values", () => {
    const ruled = list("sale", { rules: [{ attribute: "customer.groups.id", value: ["g_b", "g_x"] }] })
    const others = list("sale", { rules: [{ attribute: "customer.groups.id", value: ["g_x"] }] })
    expect(price([row(120), row(110, { list: ruled }), row(50, { list: others }), row(100, { list: list("sale") })])).toBe(110)
  })

  it("leaves out lists that are drafts, over or not begun", () => {
    const lists = [
      list("sale", { status: "draft" }),
      list("sale", { ends_at: "2026-06-15T11:59:59Z" }),
      list("sale", { starts_at: "2026-06-15T12:00:01Z" }),
    ]
    expect(price([row(120), ...lists.map((each) => row(10, { list: each }))])).toBe(120)
  })

  it("compares numbers where the rule says so", () => {
    const over = (operator: string, value: string) => row(50, { rules_count: 1, rules: [{ attribute: "item_total", operator, value }] })
    const matches = (operator: string, value: string) => price([over(operator, value)]) === 50
    expect([matches("gte", "500"), matches("gt", "500"), matches("lt", "501"), matches("lte", "499"), matches("eq", "500")]).toEqual([
      true, false, true, false, true,
    ])
  })
})

describe("resolveTiers", () => {
  it("tells every quantity at which the price changes", () => {
    const rows = [row(120), row(115, { min_quantity: 100 }), row(90, { min_quantity: 500, max_quantity: 999 }), row(115, { min_quantity: 700 })]
    expect(resolveTiers(rows, buyer, NOW)).toMatchObject([
      { min_quantity: 1, unit_price: 120 },
      { min_quantity: 100, unit_price: 115 },
      { min_quantity: 500, unit_price: 90 },
      { min_quantity: 1000, unit_price: 115 },
    ])
  })

  it("reads as the price at each quantity", () => {
    const tiers = [{ min_quantity: 10, unit_price: 9 }, { min_quantity: 20, unit_price: 8 }]
    expect([9, 10, 19, 20, 99].map((quantity) => unitPriceAt(tiers, quantity))).toEqual([null, 9, 9, 8, 8])
  })
})
