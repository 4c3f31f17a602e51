import refreshAgreedPrices from "../../src/jobs/refresh-agreed-prices"
import { reconcilePrices } from "../../src/workflows/agreement/reconcile-prices"
import { projectAgreement } from "../../src/workflows/agreement/steps/project-agreement"
import { until } from "../http/agreements/agreed"
import { storeTest } from "../setup/store-test"
import { pricesIn } from "./prices"

storeTest((store) => {
  const { as, container, ground, people, truth } = store
  const { agree, group, knex, list, priced, prices, pricing, rows, rowsOf, service, setOf, variant } = pricesIn(store)
  const anna = () => people().acme.buyers[0].id
  const tom = () => people().acme.buyers[1].id
  const acme = () => people().acme.customer_group_id
  const usd = () => ground().regions.usd
  const article = () => variant([{ currency_code: "usd", amount: 120 }, { currency_code: "eur", amount: 110 }])
  const listOfAcme = async () => String((await truth().row("negotiation_company", { id: people().acme.id })).price_list_id)
  /** Changes what Medusa tells nobody about: as when an hour strikes. */
  const silently = (sql: string, ...values: unknown[]) => knex().raw(sql, values)

  describe("tiers and lists beside an agreement", () => {
    it("own tiers and a segment's list, under and above the agreed quantity, in two currencies → the cheaper of both at every quantity", async () => {
      const variant_id = await variant([
        { currency_code: "usd", amount: 120 }, { currency_code: "usd", amount: 112, min_quantity: 50, max_quantity: 99 }, { currency_code: "usd", amount: 104, min_quantity: 400 },
        { currency_code: "eur", amount: 110 }, { currency_code: "eur", amount: 97, min_quantity: 300 },
      ])
      await list({ rules: { "customer.groups.id": [acme()] }, prices: [{ variant_id, amount: 108, min_quantity: 200, max_quantity: 299 }, { variant_id, amount: 95, min_quantity: 350, currency_code: "eur" }] })
      await agree({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }] })
      await agree({ currency: "eur", lines: [{ variant_id, min_quantity: 100, unit_price: 100 }] })
      expect(await prices(as.anna(), variant_id, [1, 50, 99, 100, 199, 200, 299, 300, 399, 400])).toEqual([120, 112, 112, 110, 110, 108, 108, 110, 110, 104])
      expect(await prices(as.anna(), variant_id, [99, 100, 299, 300, 349, 350], "eur")).toEqual([110, 100, 100, 97, 97, 95])
      expect(await prices(as.ingrid(), variant_id, [100, 200, 400])).toEqual([120, 120, 104])
    })

    it("a sale below the agreed price, base price or list → the buyer pays the sale", async () => {
      const variant_id = await article()
      await agree({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }] })
      await list({ prices: [{ variant_id, amount: 99 }] })
      expect(await prices(as.anna(), variant_id, [1, 100])).toEqual([99, 99])
    })

    it("several thresholds on one variant, one of them lapsed → each living one from its quantity on, in any order agreed", async () => {
      const variant_id = await article()
      await agree({ lines: [{ variant_id, min_quantity: 100, unit_price: 100 }] })
      const later = await agree({
        lines: [
          { variant_id, min_quantity: 50, unit_price: 115 }, { variant_id, min_quantity: 200, unit_price: 90 },
          { variant_id, min_quantity: 20, unit_price: 80, valid_until: new Date(Date.now() - 1_000) },
        ],
      })
      expect(await prices(as.tom(), variant_id, [20, 49, 50, 99, 100, 199, 200])).toEqual([120, 120, 115, 115, 100, 100, 90])
      expect(await rows(later.id)).toEqual([[115, 50, null, 2], [90, 200, null, 2]])
    })
  })

  describe("the merchant changes prices later", () => {
    it("a dearer list with more rules → the agreed price holds at the next cart change", async () => {
      const variant_id = await article()
      const { id } = await agree({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }] })
      const at = await priced(as.anna(), variant_id)
      expect(await at(100)).toBe(110)
      const rules = { region_id: usd(), customer_id: anna(), "customer.groups.id": acme(), sales_channel_id: ground().sales_channel_id }
      await list({ type: "override", rules: { "customer.groups.id": [acme()] }, prices: [{ variant_id, amount: 119, rules }] })
      expect([await at(99), await at(100)]).toEqual([119, 110])
      expect(await rows(id)).toEqual([[110, 100, null, 5]])
      expect(await prices(as.tom(), variant_id, [100])).toEqual([110])
    })

    it("a sale begins and ends at its hour, told by nobody → right at the next cart change, both times", async () => {
      const variant_id = await article()
      const day = 86_400_000
      const sale = await list({ starts_at: new Date(Date.now() + day), ends_at: new Date(Date.now() + 2 * day), prices: [{ variant_id, amount: 90 }] })
      await agree({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }] })
      const at = await priced(as.anna(), variant_id)
      expect([await at(1), await at(100)]).toEqual([120, 110])
      await silently("UPDATE price_list SET starts_at = now() - interval '1 second' WHERE id = ?", sale)
      expect([await at(1), await at(100), await at(200)]).toEqual([90, 90, 90])
      await silently("UPDATE price_list SET ends_at = now() - interval '1 millisecond' WHERE id = ?", sale)
      expect([await at(1), await at(100)]).toEqual([120, 110])
    })

    it("a list edited, drafted, opened again and deleted in the dashboard → right at each next cart change", async () => {
      const variant_id = await article()
      await agree({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }] })
      const sale = await list({ prices: [{ variant_id, amount: 100 }] })
      const at = await priced(as.anna(), variant_id)
      const [row] = await truth().rows("price", { price_list_id: sale })
      const seen = [await at(100)]
      const edit = async (what: () => Promise<{ status: number }>) => {
        expect((await what()).status).toBe(200)
        seen.push(await at(seen.length % 2 === 0 ? 100 : 101))
      }
      await edit(() => as.admin().post(`/admin/price-lists/${sale}/prices/batch`, { update: [{ id: row!.id, variant_id, currency_code: "usd", amount: 95 }] }))
      await edit(() => as.admin().post(`/admin/price-lists/${sale}`, { status: "draft" }))
      await edit(() => as.admin().post(`/admin/price-lists/${sale}`, { status: "active" }))
      await edit(() => as.admin().post(`/admin/price-lists/${sale}/prices/batch`, { delete: [row!.id] }))
      await edit(() => as.admin().post(`/admin/price-lists/${sale}/prices/batch`, { create: [{ variant_id, currency_code: "usd", amount: 80 }] }))
      await edit(() => as.admin().delete(`/admin/price-lists/${sale}`))
      expect(seen).toEqual([100, 95, 110, 95, 110, 80, 110])
    })

    it("the base price falls under the agreed one and rises again → the buyer pays the lower of both", async () => {
      const variant_id = await article()
      const { id } = await agree({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }] })
      const at = await priced(as.anna(), variant_id)
      const updater = pricing() as unknown as { updatePrices(rows: object): Promise<unknown> }
      const price_set_id = await setOf(variant_id)
      const base = async (amount: number) => {
        const own = await truth().rows("price", { price_set_id, currency_code: "usd" })
        await updater.updatePrices({ id: own.find((row) => row.price_list_id === null)!.id, amount })
      }
      await base(105)
      expect([await at(99), await at(100)]).toEqual([105, 105])
      // What the event of the change does, no cart needed.
      await until(async () => (await rows(id))[0]?.[0] === 105)
      await base(130)
      expect([await at(99), await at(100)]).toEqual([130, 110])
      await until(async () => (await rows(id))[0]?.[0] === 110)
    })

    // Walk of seed 20261123, path 224:2:3:3:3:4:4:4:4, replay CBY:F: the base price was handed out, lower than both.
    it("an override above the base price, the agreed price above or between them → the lower of agreed and override, never the base price", async () => {
      const variant_id = await variant([{ currency_code: "usd", amount: 70 }, { currency_code: "usd", amount: 90, min_quantity: 200 }])
      const dearer = await list({ type: "override", prices: [{ variant_id, amount: 80 }, { variant_id, amount: 100, min_quantity: 50 }] })
      await agree({ lines: [{ variant_id, min_quantity: 10, unit_price: 95 }] })
      const at = await priced(as.anna(), variant_id)
      const seen = async () => [await at(9), await at(10), await at(49), await at(50), await at(200)]
      expect(await seen()).toEqual([80, 80, 80, 80, 80])
      const [first] = await truth().rows("price", { price_list_id: dearer, amount: "80" })
      await as.admin().post(`/admin/price-lists/${dearer}/prices/batch`, { delete: [first!.id] })
      expect(await seen()).toEqual([70, 70, 70, 95, 95])
      expect([...(await prices(as.tom(), variant_id, [50])), ...(await prices(as.ingrid(), variant_id, [49, 50]))]).toEqual([95, 70, 100])
      await as.admin().delete(`/admin/price-lists/${dearer}`)
      expect(await seen()).toEqual([70, 70, 70, 70, 70])
    })

    it("lists change and nobody shops → prices follow by event, and within minutes where Medusa emits nothing", async () => {
      const variant_id = await article()
      const { id } = await agree({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }] })
      const sale = await list({ prices: [{ variant_id, amount: 100 }] })
      await until(async () => (await rows(id))[0]?.[0] === 100)
      await as.admin().post(`/admin/price-lists/${sale}`, { status: "draft" })
      await refreshAgreedPrices(container())
      expect(await rows(id)).toEqual([[110, 100, null, 2]])
      await as.admin().post(`/admin/price-lists/${sale}`, { status: "active" })
      await refreshAgreedPrices(container())
      expect(await rows(id)).toEqual([[100, 100, null, 2]])
      await as.admin().delete(`/admin/price-lists/${sale}`)
      await until(async () => (await rows(id))[0]?.[0] === 110)
    })
  })

  describe("people", () => {
    it("a colleague in a cheaper group, one with a list of their own → each their own price, nobody else's", async () => {
      const variant_id = await article()
      const gold = await group(tom(), people().borealis.buyers[0].id)
      await list({ type: "override", rules: { "customer.groups.id": [gold] }, prices: [{ variant_id, amount: 100, min_quantity: 150 }] })
      await list({ type: "override", prices: [{ variant_id, amount: 90, min_quantity: 300, rules: { customer_id: anna() } }] })
      await agree({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }] })
      expect(await prices(as.anna(), variant_id, [99, 100, 150, 300])).toEqual([120, 110, 110, 90])
      expect(await prices(as.tom(), variant_id, [99, 100, 150, 300])).toEqual([120, 110, 100, 100])
      expect(await prices(as.ingrid(), variant_id, [100, 150, 300])).toEqual([120, 100, 100])
      expect(await prices(as.solo(), variant_id, [100, 300])).toEqual([120, 120])
    })

    it("a colleague joins a cheaper group afterwards → their cheaper price at the next cart change", async () => {
      const variant_id = await article()
      const gold = await group()
      await list({ rules: { "customer.groups.id": [gold] }, prices: [{ variant_id, amount: 100 }] })
      await agree({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }] })
      const at = await priced(as.tom(), variant_id)
      expect(await at(100)).toBe(110)
      await as.admin().post(`/admin/customer-groups/${gold}/customers`, { add: [tom()] })
      expect([await at(99), await at(100)]).toEqual([100, 100])
      expect(await prices(as.anna(), variant_id, [100])).toEqual([110])
    })

    it("a price for buyers at an address → theirs where they buy there, the agreed one elsewhere", async () => {
      const variant_id = await article()
      await list({ prices: [{ variant_id, amount: 95, rules: { "shipping_address.city": "Toledo" } }] })
      await agree({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }] })
      const cart = (await as.anna().post("/store/carts", { region_id: usd() })).data.cart
      const address = (city: string) => ({ shipping_address: { first_name: "A", last_name: "B", address_1: "1 Works Street", city, postal_code: "43604", country_code: "us" } })
      const shown = async (city: string) => {
        await as.anna().post(`/store/carts/${cart.id}`, address(city))
        const { data } = await as.anna().post(`/store/carts/${cart.id}`, { region_id: usd() })
        return data.cart.items[0].unit_price
      }
      await as.anna().post(`/store/carts/${cart.id}/line-items`, { variant_id, quantity: 100 })
      expect([await shown("Akron"), await shown("Toledo"), await shown("Akron")]).toEqual([110, 95, 110])
    })

    it("agreements that are not shared → for the buyer who agreed, not for a colleague; both kinds side by side → the lower", async () => {
      const variant_id = await article()
      await agree({ shared: false, lines: [{ variant_id, min_quantity: 100, unit_price: 105 }] })
      expect([await prices(as.anna(), variant_id, [100]), await prices(as.tom(), variant_id, [100])]).toEqual([[105], [120]])
      await agree({ lines: [{ variant_id, min_quantity: 50, unit_price: 112 }, { variant_id, min_quantity: 200, unit_price: 100 }] })
      expect(await prices(as.anna(), variant_id, [50, 100, 200])).toEqual([112, 105, 100])
      expect(await prices(as.tom(), variant_id, [50, 100, 200])).toEqual([112, 112, 100])
      await as.admin().post(`/admin/customer-groups/${acme()}/customers`, { remove: [anna()] })
      expect(await prices(as.anna(), variant_id, [100, 200])).toEqual([120, 120])
    })

    it("a company without a group → its buyer alone, with a list of the buyer's groups beside it", async () => {
      const variant_id = await article()
      const { id: customer_id } = people().solo
      const gold = await group(customer_id)
      await list({ rules: { "customer.groups.id": [gold] }, prices: [{ variant_id, amount: 101, min_quantity: 200 }] })
      const company = await service().createNegotiationCompanies({ key: customer_id, customer_id, name: "Solo" })
      await agree({ company_id: company.id, customer_id, lines: [{ variant_id, min_quantity: 100, unit_price: 110 }] })
      expect(await prices(as.solo(), variant_id, [99, 100, 200])).toEqual([120, 110, 101])
      expect(await prices(as.anna(), variant_id, [100, 200])).toEqual([120, 120])
    })
  })

  describe("projection", () => {
    it("many at once: accepts, jobs and guards → every row once", async () => {
      const variant_id = await article()
      const one = await agree({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }] })
      const two = await agree({ lines: [{ variant_id, min_quantity: 300, unit_price: 100 }] })
      await list({ prices: [{ variant_id, amount: 105 }] })
      await Promise.all([
        projectAgreement(container(), one.id), projectAgreement(container(), two.id), refreshAgreedPrices(container()), reconcilePrices(container()),
        prices(as.anna(), variant_id, [100]), prices(as.tom(), variant_id, [300]), projectAgreement(container(), one.id), refreshAgreedPrices(container()),
      ])
      expect([await rows(one.id), await rows(two.id)]).toEqual([[[105, 100, null, 2]], [[100, 300, null, 2]]])
    })

    it("the same rule under other operators → matched by equality, so that a row can have more rules (Medusa 2.21.2)", async () => {
      const prefix = { price_set_id: await setOf(await article()), currency_code: "usd" }
      const operators = ["eq", "gte", "lte", "gt", "lt"]
      const creator = pricing() as unknown as { createPrices(rows: object[]): Promise<unknown> }
      const wanted = [["customer.groups.id", acme()], ["region_id", usd()]]
      const ten = wanted.flatMap(([attribute, value]) => operators.map((operator) => ({ attribute, operator, value })))
      const amounts = async (groups: string[]) => {
        const context = { currency_code: "usd", quantity: 1, region_id: usd(), customer: { id: anna(), groups: groups.map((id) => ({ id })) } }
        return (await pricing().calculatePrices({ id: [prefix.price_set_id] }, { context: context as never }))[0]?.calculated_amount
      }
      const [sale] = await pricing().createPriceLists([{ title: "Pin", description: "Pin", type: "override" as never, status: "active" as never }])
      const four = ten.slice(0, 2).concat(ten.slice(5, 7))
      await creator.createPrices([{ ...prefix, amount: 50, price_list_id: sale!.id, rules_count: 4, price_rules: four }])
      await creator.createPrices([{ ...prefix, amount: 70, price_list_id: sale!.id, rules_count: 10, price_rules: ten }])
      const both = [{ attribute: "customer.groups.id", operator: "eq", value: acme() }, { attribute: "customer.groups.id", operator: "gte", value: "g_2" }]
      await creator.createPrices([{ ...prefix, amount: 20, price_list_id: sale!.id, rules_count: 11, price_rules: [...both, ...ten.slice(5)] }])
      // Eleven were counted, seven stand there: such a row never matches. Then one with two groups: who is in both.
      expect([await amounts([acme()]), await amounts(["g_1", acme()]), await amounts(["g_1"]), await amounts([acme(), "g_2"])]).toEqual([70, 70, 120, 70])
      await silently("UPDATE price SET rules_count = 7 WHERE price_list_id = ? AND rules_count = 11", sale!.id)
      await silently("DELETE FROM price_rule WHERE price_id IN (SELECT id FROM price WHERE price_list_id = ? AND rules_count = 10)", sale!.id)
      expect([await amounts([acme()]), await amounts([acme(), "g_2"]), await amounts(["g_2"])]).toEqual([50, 20, 120])
    })

    it("prices with more rules than an agreed one can have → reported, the rows there are stay", async () => {
      const variant_id = await article()
      const { id } = await agree({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }] })
      const rules = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`hook.${index}`, "x"]))
      await pricing().createPriceLists([{ title: "Deep", description: "Deep", status: "active" as never, prices: [{ price_set_id: await setOf(variant_id), currency_code: "usd", amount: 130, rules }] }])
      const { failed, projected } = await reconcilePrices(container())
      expect([failed, projected]).toEqual([[{ agreement_id: id, message: expect.stringContaining("more rules") }], []])
      await expect(projectAgreement(container(), id)).rejects.toMatchObject({ code: "agreement_not_applicable", details: { why: "outranked" } })
      expect(await rows(id)).toEqual([[110, 100, null, 2]])
      expect(await prices(as.anna(), variant_id, [100])).toEqual([110])
    })

    it("a reconciliation that runs out of time → the next one goes on where it stopped, and then starts over", async () => {
      const variant_id = await article()
      const { id } = await agree({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }] })
      const others = Array.from({ length: 100 }, (_, index) => ({ key: `company_${index}`, name: "Other", price_list_id: "plist_none" }))
      await service().createNegotiationCompanies(others)
      const { id: company_id } = await service().createNegotiationCompanies({ key: people().solo.id, customer_id: people().solo.id, name: "Last" })
      const last = await agree({ company_id, customer_id: people().solo.id, lines: [{ variant_id, min_quantity: 100, unit_price: 100 }] })
      const rowsGone = async () => pricing().removePrices([...(await rowsOf(id)), ...(await rowsOf(last.id))].map((row) => row.id))
      await rowsGone()
      const run = async () => (await reconcilePrices(container(), 0)).projected
      expect([await run(), await run()]).toEqual([[id], [last.id]])
      await rowsGone()
      expect([await run(), await run(), await run()]).toEqual([[id], [last.id], []])
    })

    it.each([
      ["deletes our rows", async (price_list_id: string) => pricing().removePrices((await truth().rows("price", { price_list_id })).map((row) => row.id))],
      ["changes a price of ours", (price_list_id: string) => silently("UPDATE price SET amount = 1 WHERE price_list_id = ?", price_list_id)],
      ["takes a rule off", (price_list_id: string) => silently("DELETE FROM price_rule WHERE attribute = 'region_id' AND price_id IN (SELECT id FROM price WHERE price_list_id = ?)", price_list_id)],
      ["copies a row", (price_list_id: string) => silently("INSERT INTO price (id, title, price_set_id, price_list_id, currency_code, amount, raw_amount, min_quantity, rules_count) SELECT 'price_copy', title, price_set_id, price_list_id, currency_code, amount, raw_amount, 1, 0 FROM price WHERE price_list_id = ?", price_list_id)],
      ["drafts our list", (id: string) => as.admin().post(`/admin/price-lists/${id}`, { status: "draft" })],
      ["makes our list an override of yesterday", (id: string) => silently("UPDATE price_list SET type = 'override', ends_at = now() - interval '1 day' WHERE id = ?", id)],
      ["puts a rule on our list", (id: string) => as.admin().post(`/admin/price-lists/${id}`, { rules: { "customer.groups.id": ["nobody"] } })],
      ["deletes our list", (id: string) => as.admin().delete(`/admin/price-lists/${id}`)],
    ])("the merchant %s → the reconciliation puts it right, and then finds nothing more", async (_, harm: (price_list_id: string) => Promise<unknown>) => {
      const variant_id = await article()
      const { id } = await agree({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }] })
      await harm(await listOfAcme())
      expect(await reconcilePrices(container())).toMatchObject({ projected: [id], failed: [] })
      expect(await rows(id)).toEqual([[110, 100, null, 2]])
      const [own] = await rowsOf(id)
      expect(await truth().rows("price_rule", { price_id: own!.id })).toMatchObject([{ operator: "eq" }, { operator: "eq" }])
      expect(await truth().row("price_list", { id: await listOfAcme() })).toMatchObject({ status: "active", type: "sale", ends_at: null })
      expect(await prices(as.tom(), variant_id, [99, 100])).toEqual([120, 110])
      expect(await reconcilePrices(container())).toEqual({ projected: [], removed_rows: 0, settled_claims: 0, failed: [] })
    })
  })
})
