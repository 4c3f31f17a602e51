import { mostRules, rulesFor } from "../rule-slots"

const group = { attribute: "customer.groups.id", operator: "eq", value: "g_acme" }
const region = { attribute: "region_id", operator: "eq", value: "reg_us" }

describe("rulesFor", () => {
  it("says each condition once where that is enough", () => {
    expect(rulesFor([group, region], 2)).toEqual([group, region])
  })

  it("repeats conditions under other operators, never one attribute and operator twice", () => {
    for (let count = 2; count <= 10; count += 1) {
      const rules = rulesFor([group, region], count) ?? []
      expect(new Set(rules.map((rule) => `${rule.attribute} ${rule.operator}`)).size).toBe(count)
      expect(new Set(rules.map((rule) => rule.value))).toEqual(new Set(["g_acme", "reg_us"]))
    }
    expect([mostRules([group, region]), rulesFor([group, region], 11), rulesFor([group, region], 1)]).toEqual([10, null, null])
  })

  it("puts two groups on one row: who is in both", () => {
    const other = { ...group, value: "g_gold" }
    expect(rulesFor([group, region, other], 3)).toEqual([group, { ...other, operator: "gte" }, region])
  })

  it("keeps the operator of a condition on anything that may be a number, and repeats no such condition", () => {
    const total = { attribute: "item_total", operator: "gte", value: "500" }
    expect(rulesFor([total, region], 3)).toEqual([total, region, { ...region, operator: "gte" }])
    expect(rulesFor([total, { ...total, value: "900" }], 2)).toBeNull()
    expect(mostRules([total])).toBe(1)
  })
})
