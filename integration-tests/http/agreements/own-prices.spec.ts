import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import fc from "fast-check"
import { gatherOwnPrices } from "../../../src/workflows/cart-price/own-prices"
import { unitPriceAt } from "../../../src/workflows/cart-price/resolve-prices"
import { ensureKnownAttributes } from "../../../src/workflows/agreement/known-attributes"
import seedKnownAttributes from "../../../src/migration-scripts/negotiation-known-attributes"
import { storeTest } from "../../setup/store-test"

const REGION = "reg_here"
const GROUPS = ["cusgroup_a", "cusgroup_b"]
const CUSTOMER = "cus_1"
const CHANNEL = "sc_1"

/** What a rule may name, the buyer's own values and others'. */
const ruleArb = fc.constantFrom(
  { region_id: REGION }, { region_id: "reg_other" }, { customer_id: CUSTOMER }, { "customer.id": CUSTOMER }, { customer_id: "cus_2" },
  { "customer.groups.id": "cusgroup_a" }, { "customer.groups.id": "cusgroup_b" }, { "customer.groups.id": "cusgroup_z" }, { sales_channel_id: CHANNEL }
)
const rulesArb = fc.array(ruleArb, { maxLength: 3 }).map((rules) => Object.assign({}, ...rules) as Record<string, string>)
const quantityArb = fc.option(fc.integer({ min: 1, max: 12 }), { nil: null })
const rowArb = fc.record({ rules: rulesArb, min_quantity: quantityArb, max_quantity: quantityArb })
const listArb = fc.record({
  type: fc.constantFrom("sale", "override"),
  status: fc.constantFrom("active", "active", "active", "draft"),
  when: fc.constantFrom("always", "always", "now", "over", "later"),
  rules: fc.array(ruleArb, { maxLength: 2 }).map((rules) => Object.fromEntries(rules.flatMap(Object.entries).map(([key, value]) => [key, [value, "more"]]))),
  rows: fc.array(rowArb, { minLength: 1, maxLength: 3 }),
})
const shopArb = fc.record({ base: fc.array(rowArb, { maxLength: 4 }), lists: fc.array(listArb, { maxLength: 4 }) })

const day = 86_400_000
const times = { always: {}, now: { starts_at: -day, ends_at: day }, over: { starts_at: -2 * day, ends_at: -day }, later: { starts_at: day, ends_at: 2 * day } }

storeTest(({ container, truth }) => {
  it("tells what Medusa would charge, for random price sets at every quantity", async () => {
    const pricing = container().resolve(Modules.PRICING)
    const link = container().resolve(ContainerRegistrationKeys.LINK)
    let made = 0
    await fc.assert(
      fc.asyncProperty(shopArb, fc.infiniteStream(fc.integer({ min: 1, max: 200 })), async ({ base, lists }, stream) => {
        // Two rows of one rank and amount leave the choice to Postgres: every amount is used once.
        const used = new Set<number>()
        const amount = () => {
          for (const next of stream) {
            let value = next
            while (used.has(value)) value += 1
            used.add(value)
            return value + 0.5
          }
          return 1
        }
        made += 1
        const variant_id = `variant_${made}`
        const row = (each: (typeof base)[number]) => ({ ...each, amount: amount(), currency_code: "usd" })
        const set = await pricing.createPriceSets({ prices: base.map(row) as never })
        await link.create({ [Modules.PRODUCT]: { variant_id }, [Modules.PRICING]: { price_set_id: set.id } })
        for (const list of lists) {
          const span = Object.fromEntries(Object.entries(times[list.when]).map(([key, ms]) => [key, new Date(Date.now() + ms).toISOString()]))
          await pricing.createPriceLists([
            {
              title: "List", description: "List", type: list.type as "sale", status: list.status as "active", rules: list.rules, ...span,
              prices: list.rows.map((each) => ({ ...row(each), price_set_id: set.id })) as never,
            },
          ])
        }
        const own = await gatherOwnPrices(container(), {
          variant_ids: [variant_id], region_id: REGION, currency_code: "usd", customer_id: CUSTOMER,
          customer_group_ids: GROUPS, sales_channel_id: CHANNEL, company_price_list_id: null,
        })
        const here = own.get(variant_id)
        let before: number | null = null
        for (let quantity = 1; quantity <= 14; quantity++) {
          const context = {
            currency_code: "usd", quantity, region_id: REGION, sales_channel_id: CHANNEL, customer_id: CUSTOMER,
            customer: { id: CUSTOMER, groups: GROUPS.map((id) => ({ id })) },
          }
          const [answer] = await pricing.calculatePrices({ id: [set.id] }, { context: context as never })
          const medusa = answer?.calculated_amount ?? null
          // Where Medusa has no price a line can't be bought, and the tier before it is not ended.
          if (medusa === null) continue
          before = unitPriceAt(here?.tiers ?? [], quantity)
          expect({ quantity, unit_price: before }).toEqual({ quantity, unit_price: Number(medusa) })
        }
      }),
      { numRuns: 60, endOnFailure: false }
    )
  })

  it("makes its rule attributes known at install, seen by no merchant, so that a warm process finds the first agreed price", async () => {
    await seedKnownAttributes({ container: container() })
    await ensureKnownAttributes(container())
    const pricing = container().resolve(Modules.PRICING)
    expect(await pricing.listPriceLists({ q: "Negotiation: known price attributes" })).toEqual([])
    expect(await pricing.listPriceLists({ q: "Negotiation: known price attributes" }, { withDeleted: true })).toHaveLength(1)

    // A rule of the merchant's own: of no rules at all Medusa would keep no list, and look again every time.
    const set = await pricing.createPriceSets({
      prices: [{ amount: 120, currency_code: "usd" }, { amount: 1, currency_code: "usd", rules: { merchants_own: "x" } }],
    })
    // More than ten keys, as a cart has: Medusa keeps those it knows. It learns them here, and never again by itself.
    const many = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`key_${index}`, "x"]))
    const context = { ...many, currency_code: "usd", quantity: 1, region_id: REGION, customer_id: CUSTOMER, customer: { id: CUSTOMER, groups: [{ id: "cusgroup_a" }] } }
    const price = async () => (await pricing.calculatePrices({ id: [set.id] }, { context: context as never }))[0]?.calculated_amount
    expect(await price()).toBe(120)
    // Another process writes the first rules: nothing tells this one.
    const knex = container().resolve<{ raw(text: string, values?: unknown[]): Promise<unknown> }>(ContainerRegistrationKeys.PG_CONNECTION)
    await knex.raw(
      `INSERT INTO price (id, price_set_id, currency_code, amount, raw_amount, rules_count) VALUES ('price_x', ?, 'usd', 90, '{"value":"90","precision":20}', 2)`,
      [set.id]
    )
    await knex.raw(
      `INSERT INTO price_rule (id, price_id, attribute, operator, value) VALUES ('prule_x', 'price_x', 'customer.groups.id', 'eq', 'cusgroup_a'), ('prule_y', 'price_x', 'region_id', 'eq', ?)`,
      [REGION]
    )
    expect(await truth().rows("price_rule", { price_id: "price_x" })).toHaveLength(2)
    expect(await price()).toBe(90)
  })
})
