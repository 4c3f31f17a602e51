import fc from "fast-check"
import { factOf } from "../../cart-price/conditions"
import { candidatesFor, choosePrice, type PriceCandidate } from "../../cart-price/resolve-prices"
import { audienceConditions, type Audience } from "../audience"
import { planVariant, type AgreedPrice, type VariantRow } from "../plan-variant"

const REGION = "reg_here"
const ACME = "g_acme"
const NOW = new Date()
const preferences = { region: null, currency: null }

/** Anna agreed. Tom is in another group as well, Eve in two, Max is alone in a third and not of the company. */
const PEOPLE = {
  anna: { groups: [ACME], more: {} },
  tom: { groups: [ACME, "g_gold"], more: {} },
  eve: { groups: [ACME, "g_gold", "g_metal"], more: { "shipping_address.province": "tx", sales_channel_id: "sc_2" } },
  max: { groups: ["g_gold", "g_other"], more: { sales_channel_id: "sc_1" } },
}
type Name = keyof typeof PEOPLE
const NAMES = Object.keys(PEOPLE) as Name[]

const contextOf = (name: Name) => ({
  region_id: REGION, customer_id: name, "customer.id": name, "customer.groups.id": PEOPLE[name].groups, ...PEOPLE[name].more,
})

const MEMBERS = ["g_gold", "g_metal"].map((value) => factOf({ attribute: "customer.groups.id", operator: "eq", value }))
const company: Audience = {
  conditions: audienceConditions({ customer_group_id: ACME }, { customer_id: "anna", shared: true }),
  members: new Set([...MEMBERS, ...["anna", "tom", "eve"].map((value) => factOf({ attribute: "customer_id", operator: "eq", value }))]),
}
const annaAlone: Audience = { conditions: audienceConditions({ customer_group_id: ACME }, { customer_id: "anna", shared: false }), members: new Set() }

function asCandidate(row: VariantRow, index: number): PriceCandidate {
  const list = { id: "ours", type: row.over_base ? "override" : "sale", status: "active", starts_at: null, ends_at: null, rules_count: 0, rules: [] }
  return { ...row, id: `ours_${index}`, price_set_id: "pset", amount: row.unit_price, rules_count: row.rules.length, rules: row.rules, list }
}

type Rule = readonly [attribute: string, value: string]

const ruleArb = fc.constantFrom<Rule[]>(
  ["region_id", REGION], ["region_id", "reg_other"], ["customer_id", "anna"], ["customer.id", "tom"], ["customer_id", "max"], ["customer.groups.id", ACME],
  ["customer.groups.id", "g_gold"], ["customer.groups.id", "g_metal"], ["customer.groups.id", "g_other"], ["sales_channel_id", "sc_1"], ["sales_channel_id", "sc_2"],
  ["shipping_address.province", "tx"]
)
const rulesArb = fc.uniqueArray(ruleArb, { maxLength: 4, selector: ([attribute]) => attribute })
const quantityArb = fc.option(fc.integer({ min: 1, max: 9 }), { nil: null })
const rowArb = fc.record({ amount: fc.integer({ min: 1, max: 60 }), rules: rulesArb, min_quantity: quantityArb, max_quantity: quantityArb })
const listArb = fc.record({ type: fc.constantFrom("sale", "override"), rules: rulesArb, more: fc.boolean(), rows: fc.array(rowArb, { minLength: 1, maxLength: 3 }) })
const agreedArb = fc.array(
  fc.record({ min_quantity: fc.integer({ min: 1, max: 9 }), unit_price: fc.integer({ min: 1, max: 60 }), alone: fc.boolean() }),
  { minLength: 1, maxLength: 3 }
)

type Row = { amount: number; rules: Rule[]; min_quantity: number | null; max_quantity: number | null }
type Shop = { base: Row[]; lists: { type: string; rules: Rule[]; more: boolean; rows: Row[] }[] }
const shopArb: fc.Arbitrary<Shop> = fc.record({ base: fc.array(rowArb, { maxLength: 3 }), lists: fc.array(listArb, { maxLength: 4 }) })

function candidatesOf({ base, lists }: Shop): PriceCandidate[] {
  let made = 0
  const row = (each: Shop["base"][number], list: PriceCandidate["list"]): PriceCandidate => {
    const rules = each.rules.map(([attribute, value]) => ({ attribute, operator: "eq", value }))
    made += 1
    return { ...each, id: `price_${made}`, price_set_id: "pset", rules, rules_count: rules.length, list }
  }
  const normal = row({ amount: 50, rules: [], min_quantity: null, max_quantity: null }, null)
  const ofLists = lists.flatMap(({ type, rules, more, rows }, index) => {
    const listRules = rules.map(([attribute, value]) => ({ attribute, value: more ? [value, "g_metal"] : [value] }))
    const list = { id: `list_${index}`, type, status: "active", starts_at: null, ends_at: null, rules_count: listRules.length, rules: listRules }
    return rows.map((each) => row(each, list))
  })
  return [normal, ...base.map((each) => row(each, null)), ...ofLists]
}

const plan = (candidates: PriceCandidate[], agreed: AgreedPrice[]) => planVariant({ region_id: REGION, preferences, agreed, candidates })

describe("planVariant", () => {
  it("leaves nobody worse off at any quantity, gives everybody the agreed price, and nobody else anything", () => {
    fc.assert(
      fc.property(shopArb, agreedArb, (shop, terms) => {
        const candidates = candidatesOf(shop)
        const agreed = terms.map(({ alone, ...term }, index) => ({ ...term, line_id: `line_${index}`, audience: alone ? annaAlone : company }))
        const rows = plan(candidates, agreed)
        if (typeof rows === "string") throw new Error(rows)
        const all = [...candidates, ...rows.map(asCandidate)]
        for (const name of NAMES) {
          const mine = agreed.filter(({ audience }) => (audience === company ? name !== "max" : name === "anna"))
          for (let quantity = 1; quantity <= 11; quantity += 1) {
            const without = choosePrice(candidatesFor(candidates, contextOf(name), NOW), quantity)?.amount ?? Infinity
            const with_it = choosePrice(candidatesFor(all, contextOf(name), NOW), quantity)?.amount ?? Infinity
            const best = Math.min(Infinity, ...mine.filter((line) => line.min_quantity <= quantity).map((line) => line.unit_price))
            expect({ name, quantity, worse: with_it > Math.min(without, best) }).toEqual({ name, quantity, worse: false })
            if (best === Infinity) expect({ name, quantity, price: with_it }).toEqual({ name, quantity, price: without })
          }
        }
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 400) }
    )
  })

  it("is exact where every price is for all of the company: the lower of agreed and own, never a base price under both", () => {
    const plain = rowArb.map((row) => ({ ...row, rules: [] }))
    const lists = fc.array(listArb.chain((list) => fc.array(plain, { minLength: 1, maxLength: 3 }).map((rows) => ({ ...list, rules: [], rows }))), { maxLength: 4 })
    fc.assert(
      fc.property(fc.record({ base: fc.array(plain, { maxLength: 3 }), lists }), agreedArb, (shop, terms) => {
        const candidates = candidatesOf(shop)
        const agreed = terms.map(({ min_quantity, unit_price }, index) => ({ min_quantity, unit_price, line_id: `line_${index}`, audience: company }))
        const rows = plan(candidates, agreed)
        if (typeof rows === "string") throw new Error(rows)
        for (let quantity = 1; quantity <= 11; quantity += 1) {
          const own = choosePrice(candidatesFor(candidates, contextOf("anna"), NOW), quantity)?.amount ?? Infinity
          const best = Math.min(own, ...agreed.filter((line) => line.min_quantity <= quantity).map((line) => line.unit_price))
          expect({ quantity, price: choosePrice(candidatesFor([...candidates, ...rows.map(asCandidate)], contextOf("anna"), NOW), quantity)?.amount }).toEqual({ quantity, price: best })
        }
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 400) }
    )
  })

  const base = { amount: 50, rules: [], min_quantity: null, max_quantity: null }
  const line = (audience: Audience = company): AgreedPrice => ({ line_id: "line", min_quantity: 5, unit_price: 40, audience })

  it("needs one row with two rules where nothing else is sold at a price list", () => {
    expect(plan(candidatesOf({ base: [], lists: [] }), [line()])).toMatchObject([{ min_quantity: 5, max_quantity: null, unit_price: 40, rules: [{}, {}] }])
  })

  it("gives a colleague's own cheaper price to that colleague alone", () => {
    const lists: Shop["lists"] = [{ type: "override", rules: [["customer.groups.id", "g_gold"]], more: false, rows: [{ ...base, amount: 30 }] }]
    const rows = plan(candidatesOf({ base: [], lists }), [line()]) as VariantRow[]
    expect(rows.map((row) => [row.unit_price, row.rules.some((rule) => rule.value === "g_gold"), row.rules.length])).toEqual([[40, false, 3], [30, true, 3]])
  })

  it("says so where a row would need more rules than it can have", () => {
    const rules = Array.from({ length: 11 }, (_, index): Rule => [`hook.${index}`, "x"])
    expect(plan(candidatesOf({ base: [], lists: [{ type: "sale", rules: [], more: false, rows: [{ ...base, rules }] }] }), [line()])).toBe("outranked")
    expect(plan([], [line()])).toBe("no_price")
  })

  it("looks away from rows with many rules that reach none of these buyers, where they would ask too much", () => {
    const rules: Rule[] = [["customer.groups.id", "g_other"], ...Array.from({ length: 11 }, (_, index): Rule => [`hook.${index}`, "x"])]
    const rows = plan(candidatesOf({ base: [], lists: [{ type: "sale", rules: [], more: false, rows: [{ ...base, rules }] }] }), [line()])
    expect(rows).toMatchObject([{ unit_price: 40, rules: [{}, {}] }])
  })

  it("puts the region on the list where the price follows the currency on tax", () => {
    const input = { region_id: REGION, preferences: { region: true, currency: false }, agreed: [line()], candidates: candidatesOf({ base: [], lists: [] }) }
    expect(planVariant(input)).toMatchObject([{ by_currency: true, rules: [{ attribute: "customer.groups.id" }] }])
    const regional = candidatesOf({ base: [], lists: [] }).map((row) => ({ ...row, rules_count: 1, rules: [{ attribute: "region_id", operator: "eq", value: REGION }] }))
    expect(planVariant({ ...input, candidates: regional })).toMatchObject([{ by_currency: false, rules: [{}, {}] }])
  })
})
