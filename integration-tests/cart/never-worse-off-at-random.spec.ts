import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import fc from "fast-check"
import { storeTest } from "../setup/store-test"
import { pricesIn } from "./prices"

/** Words that stand for the people and places of the shop under test; `rulesOf` puts their ids in. */
const ruleArb = fc.constantFrom(
  "region_id here", "region_id elsewhere", "customer_id anna", "customer.id tom", "customer_id solo", "customer.groups.id acme", "customer.groups.id gold",
  "customer.groups.id silver", "customer.groups.id others", "sales_channel_id shop", "sales_channel_id other", "shipping_address.city toledo"
)
const rulesArb = fc.uniqueArray(ruleArb, { maxLength: 4, selector: (rule) => rule.split(" ")[0] })
const quantityArb = fc.option(fc.integer({ min: 1, max: 8 }), { nil: null })
const rowArb = fc.record({ rules: rulesArb, min_quantity: quantityArb, max_quantity: quantityArb, amount: fc.integer({ min: 1, max: 60 }) })
const listArb = fc.record({ type: fc.constantFrom("sale", "override"), rules: rulesArb, more: fc.boolean(), rows: fc.array(rowArb, { minLength: 1, maxLength: 3 }) })
const shopArb = fc.record({ base: fc.array(rowArb, { maxLength: 2 }), lists: fc.array(listArb, { maxLength: 3 }) })
const agreedArb = fc.record({
  shared: fc.boolean(),
  lines: fc.array(fc.record({ min_quantity: fc.integer({ min: 1, max: 8 }), unit_price: fc.integer({ min: 1, max: 60 }) }), { minLength: 1, maxLength: 2 }),
})

storeTest((store) => {
  const { container, ground, people } = store
  const { agree, group, pricing } = pricesIn(store)

  it("any shop, any agreements, any quantity → nobody pays more than without, everybody the agreed price or less (Medusa's own sums)", async () => {
    const { acme, solo } = people()
    const [anna, tom] = acme.buyers
    const silver = await group(tom.id)
    const ids: Record<string, string> = {
      here: ground().regions.usd, elsewhere: ground().regions.eur, anna: anna.id, tom: tom.id, solo: solo.id, acme: acme.customer_group_id,
      gold: await group(tom.id), silver, others: await group(solo.id), shop: ground().sales_channel_id, other: "sc_other", toledo: "Toledo",
    }
    const buyers = {
      anna: { id: anna.id, groups: [ids.acme!], city: "Akron" },
      tom: { id: tom.id, groups: [ids.acme!, ids.gold!, silver], city: "Toledo" },
      solo: { id: solo.id, groups: [ids.others!], city: "Toledo" },
    }
    const rulesOf = (rules: string[]) => Object.fromEntries(rules.map((rule) => rule.split(" ")).map(([attribute, word]) => [attribute!, ids[word!]!]))
    const link = container().resolve(ContainerRegistrationKeys.LINK)
    let made = 0
    await fc.assert(
      fc.asyncProperty(shopArb, fc.array(agreedArb, { minLength: 1, maxLength: 2 }), async ({ base, lists }, agreements) => {
        made += 1
        const variant_id = `variant_random_${made}`
        const row = ({ rules, ...rest }: (typeof base)[number]) => ({ ...rest, currency_code: "usd", rules: rulesOf(rules) })
        const set = await pricing().createPriceSets({ prices: [{ currency_code: "usd", amount: 50 }, ...base.map(row)] as never })
        await link.create({ [Modules.PRODUCT]: { variant_id }, [Modules.PRICING]: { price_set_id: set.id } })
        for (const each of lists) {
          const rules = Object.fromEntries(Object.entries(rulesOf(each.rules)).map(([attribute, value]) => [attribute, each.more ? [value, "sc_more"] : [value]]))
          const prices = each.rows.map((one) => ({ ...row(one), price_set_id: set.id })) as never
          await pricing().createPriceLists([{ title: "L", description: "L", type: each.type as never, status: "active" as never, rules, prices }])
        }
        const priceOf = async ({ id, groups, city }: (typeof buyers)["anna"], quantity: number) => {
          const context = {
            currency_code: "usd", quantity, region_id: ids.here, sales_channel_id: ids.shop, customer_id: id, shipping_address: { city },
            customer: { id, groups: groups.map((each) => ({ id: each })) },
          }
          const [answer] = await pricing().calculatePrices({ id: [set.id] }, { context: context as never })
          return Number(answer?.calculated_amount ?? Infinity)
        }
        const quantities = [1, 2, 3, 4, 5, 6, 7, 8, 9]
        const all = async () => {
          const found: Record<string, number[]> = {}
          for (const [name, buyer] of Object.entries(buyers)) found[name] = await Promise.all(quantities.map((quantity) => priceOf(buyer, quantity)))
          return found
        }
        const without = await all()
        for (const { shared, lines } of agreements) await agree({ shared, lines: lines.map((line) => ({ ...line, variant_id })) })
        const with_it = await all()
        for (const name of Object.keys(buyers)) {
          const own = agreements.filter(({ shared }) => name === "anna" || (name === "tom" && shared)).flatMap(({ lines }) => lines)
          for (const [index, quantity] of quantities.entries()) {
            const agreed = own.filter((line) => line.min_quantity <= quantity).map((line) => line.unit_price)
            const most = Math.min(without[name]![index]!, ...agreed)
            expect({ name, quantity, paid: with_it[name]![index], worse: with_it[name]![index]! > most }).toMatchObject({ worse: false })
            if (agreed.length === 0) expect({ name, quantity, paid: with_it[name]![index] }).toEqual({ name, quantity, paid: without[name]![index] })
          }
        }
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 25), endOnFailure: true }
    )
  })
})
