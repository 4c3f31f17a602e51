import { linkCustomersToCustomerGroupWorkflow } from "@medusajs/medusa/core-flows"
import { NEGOTIATION_MODULE, type NegotiationModuleService } from "../../src/modules/negotiation"
import type { ResolvedCompany } from "../../src/modules/negotiation/options"
import { until } from "../http/agreements/agreed"
import { askFirst } from "../http/store/ask"
import { complete } from "../setup/checkout"
import type { Client } from "../setup/client"
import { storeTest } from "../setup/store-test"
import { orderingIn } from "./ordering"

storeTest((store) => {
  const { as, container, ground, people, truth } = store
  const { agreeOn, agreement, change, draft, flags, linesOf, order, pays, ready, refusals, reprice, uses, variant } = orderingIn(store)
  let variant_id: string
  /** Who the store's own module says buys for whom. */
  const employees = new Map<string, ResolvedCompany>()
  let asked = 0

  const anna = () => people().acme.buyers[0]
  const tom = () => people().acme.buyers[1]
  const ingrid = () => people().borealis.buyers[0]
  const agreed = (more: object = {}) => agreeOn({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }], customer_id: tom().id, ...more })
  const member = (customer_group_id: string, change: { add?: string[]; remove?: string[] }) =>
    linkCustomersToCustomerGroupWorkflow(container()).run({ input: { id: customer_group_id, ...change } })
  const service = () => container().resolve<NegotiationModuleService>(NEGOTIATION_MODULE)

  /** A store with a company module of its own: Anna and Tom work for Acme, Ingrid for Borealis. */
  function ownModule(): void {
    const company = ({ customer_group_id }: { customer_group_id: string }, name: string) => ({ id: customer_group_id, name, customer_group_id })
    employees.clear()
    for (const { id } of people().acme.buyers) employees.set(id, company(people().acme, "Acme"))
    for (const { id } of people().borealis.buyers) employees.set(id, company(people().borealis, "Borealis"))
    const resolveCompany = (id: string) => {
      asked += 1
      return Promise.resolve(employees.get(id) ?? null)
    }
    Object.assign(service(), { options: { ...service().options, resolveCompany } })
  }

  beforeEach(async () => {
    variant_id = await variant([{ currency_code: "usd", amount: 120 }])
  })
  afterEach(() => {
    const { resolveCompany: _, ...options } = service().options
    Object.assign(service(), { options })
  })

  describe("whose price reaches a cart", () => {
    it("no employee any more, still in the company's group → refused with the reason, however old the cart; nothing counted", async () => {
      ownModule()
      const { id } = await agreed()
      const before = await ready(as.anna(), variant_id, 100)
      employees.delete(anna().id)
      const after = await ready(as.anna(), variant_id, 100)
      await change("DELETE FROM negotiation_cart")
      for (const cart_id of [before, after]) {
        expect(await linesOf(as.anna(), cart_id)).toMatchObject([{ unit_price: 110 }])
        const { http, hook } = await refusals(as.anna(), cart_id)
        expect([http.status, http.data.code, hook?.code]).toEqual([409, "agreement_not_applicable", "agreement_not_applicable"])
        expect(http.data.details.lines).toMatchObject([{ why: "buyer", agreement_id: null, min_quantity: null }])
      }
      expect(await uses(id)).toEqual([])
      await member(people().acme.customer_group_id, { remove: [anna().id] })
      await reprice(as.anna(), after)
      expect((await complete(as.anna(), after)).data).toMatchObject({ type: "order", order: { items: [{ unit_price: 120 }] } })
      expect((await order(as.tom(), variant_id, 100)).items).toMatchObject([{ unit_price: 110 }])
    })

    it("somebody else's employee, still in the old company's group → the old company's price is refused, their own company's is not", async () => {
      ownModule()
      await agreed()
      employees.set(anna().id, { id: people().borealis.customer_group_id, name: "Borealis", customer_group_id: people().borealis.customer_group_id })
      const cart_id = await ready(as.anna(), variant_id, 100)
      expect((await complete(as.anna(), cart_id)).data).toMatchObject({ code: "agreement_not_applicable", details: { lines: [{ why: "buyer" }] } })
      await member(people().borealis.customer_group_id, { add: [anna().id] })
      const { id } = await agreed({ company_id: people().borealis.id, customer_id: ingrid().id, lines: [{ variant_id, min_quantity: 100, unit_price: 105 }] })
      await reprice(as.anna(), cart_id)
      expect((await complete(as.anna(), cart_id)).data).toMatchObject({ type: "order", order: { items: [{ unit_price: 105 }] } })
      await until(async () => (await agreement(id)).orders === 1)
    })

    it("an order of theirs that nobody checked → counted on the agreement and flagged for a person", async () => {
      ownModule()
      const { id } = await agreed()
      employees.delete(anna().id)
      await draft(anna(), variant_id, 100, 110)
      await until(async () => (await flags(id)).includes("unchecked_order"))
      expect(await agreement(id)).toMatchObject({ orders: 1 })
    })

    it("their cart shows the company's price → it exists for nobody else", async () => {
      ownModule()
      await agreed()
      employees.delete(anna().id)
      const cart_id = await ready(as.anna(), variant_id, 100)
      const read = async (who: Client) => (await who.get(`/store/carts/${cart_id}`)).status
      expect([await read(as.guest()), await read(as.ingrid()), await read(as.tom()), await read(as.anna())]).toEqual([404, 404, 404, 200])
    })

    it("their cart shows the company's price, and they are out of the group → it exists for nobody else, until it is priced anew", async () => {
      await agreed()
      const cart_id = await ready(as.anna(), variant_id, 100)
      await member(people().acme.customer_group_id, { remove: [anna().id] })
      const read = async (who: Client) => (await who.get(`/store/carts/${cart_id}`)).status
      expect([await read(as.guest()), await read(as.ingrid()), await read(as.tom()), await read(as.anna())]).toEqual([404, 404, 404, 200])
      expect((await as.guest().post(`/store/carts/${cart_id}`, { region_id: ground().regions.usd })).status).toBe(404)
    })

    it("a buyer in the groups of two companies → buys at either's price, counted on the company whose it is", async () => {
      await member(people().borealis.customer_group_id, { add: [anna().id] })
      const acmes = await agreed()
      const theirs = await agreed({ company_id: people().borealis.id, customer_id: ingrid().id, lines: [{ variant_id, min_quantity: 200, unit_price: 105 }] })
      expect((await order(as.anna(), variant_id, 200)).items).toMatchObject([{ unit_price: 105 }])
      await until(async () => (await agreement(theirs.id)).orders === 1)
      expect([(await agreement(acmes.id)).orders, await flags(theirs.id)]).toEqual([0, []])
      expect((await order(as.anna(), variant_id, 100)).items).toMatchObject([{ unit_price: 110 }])
      await until(async () => (await agreement(acmes.id)).orders === 1)
      const placed = await draft(anna(), variant_id, 300, 105)
      await until(async () => (await agreement(theirs.id)).orders === 2)
      expect(placed.items).toMatchObject([{ unit_price: 105 }])
      // Of Borealis' agreement for Ingrid alone there is nothing for her to use, or to be refused.
      expect([await pays(as.anna(), variant_id, 99), await pays(as.tom(), variant_id, 200)]).toEqual([120, 110])
    })

    it("agreed for themselves, then in a company's group → what they agreed on stays theirs", async () => {
      const row = await service().createNegotiationCompanies({ key: people().solo.id, name: "Solo", customer_id: people().solo.id })
      const { id } = await agreed({ company_id: row.id, customer_id: people().solo.id, shared: false })
      await member(people().acme.customer_group_id, { add: [people().solo.id] })
      expect((await order(as.solo(), variant_id, 100)).items).toMatchObject([{ unit_price: 110 }])
      await until(async () => (await agreement(id)).orders === 1)
    })
  })

  describe("the agreements of a buyer's companies", () => {
    const listed = async (who: Client) => {
      const { count, agreements } = (await who.get("/store/agreements")).data as { count: number; agreements: { id: string }[] }
      expect(count).toBe(agreements.length)
      return agreements.map(({ id }) => id)
    }
    const apply = (who: Client, id: string, body: object = {}) => who.post(`/store/agreements/${id}/apply`, body)
    const inBorealis = () => agreed({ company_id: people().borealis.id, customer_id: ingrid().id, lines: [{ variant_id, min_quantity: 200, unit_price: 105 }] })

    it("a buyer in the groups of two → lists both, applies either to a cart, orders again, through to the order; newest first, in pages", async () => {
      await member(people().borealis.customer_group_id, { add: [anna().id] })
      const acmes = await agreed()
      const theirs = await inBorealis()
      const alone = await agreed({ company_id: people().borealis.id, customer_id: ingrid().id, shared: false })
      expect(await listed(as.anna())).toEqual([theirs.id, acmes.id])
      expect((await as.anna().get("/store/agreements?limit=1&offset=1")).data).toMatchObject({ count: 2, agreements: [{ id: acmes.id }] })
      expect([await listed(as.tom()), await listed(as.ingrid()), await listed(as.solo())]).toEqual([[acmes.id], [alone.id, theirs.id], []])

      const cart_id = await ready(as.anna(), variant_id, 1)
      expect((await apply(as.anna(), theirs.id, { cart_id })).data).toMatchObject({ agreement: { id: theirs.id }, cart_id })
      expect(await linesOf(as.anna(), cart_id)).toMatchObject([{ quantity: 200, unit_price: 105 }])
      await reprice(as.anna(), cart_id)
      expect((await complete(as.anna(), cart_id)).data).toMatchObject({ type: "order", order: { items: [{ unit_price: 105 }] } })
      await until(async () => (await agreement(theirs.id)).orders === 1)
      const again = await apply(as.anna(), acmes.id)
      expect([again.status, await linesOf(as.anna(), again.data.cart_id)]).toMatchObject([200, [{ quantity: 100, unit_price: 110 }]])
    })

    it("another company's, a colleague's alone, one that doesn't exist → 404 in the same bytes, and no cart is made", async () => {
      await agreed()
      const theirs = await inBorealis()
      const toms = await agreed({ shared: false })
      const cart_id = await ready(as.anna(), variant_id, 1)
      const carts = (await truth().rows("cart")).length
      for (const body of [{}, { cart_id }]) {
        const answers = await Promise.all([theirs.id, toms.id, "nagr_nowhere"].map((id) => apply(as.anna(), id, body)))
        expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
        expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1)
      }
      expect([(await truth().rows("cart")).length, await linesOf(as.anna(), cart_id)]).toMatchObject([carts, [{ quantity: 1, unit_price: 120 }]])
    })

    it.each([["out of one of the groups", () => undefined], ["no employee any more, still in the group", ownModule]])("%s → nothing of the company left, not by its id either; the other one's still there", async (_, setUp) => {
      await member(people().borealis.customer_group_id, { add: [anna().id] })
      const acmes = await agreed({ customer_id: anna().id })
      const theirs = await inBorealis()
      setUp()
      // With a module of the store's own its word counts: for Borealis she buys now.
      employees.set(anna().id, { id: people().borealis.customer_group_id, name: "Borealis", customer_group_id: people().borealis.customer_group_id })
      if (setUp !== ownModule) await member(people().acme.customer_group_id, { remove: [anna().id] })
      expect([await listed(as.anna()), await listed(as.tom())]).toEqual([[theirs.id], [acmes.id]])
      const [gone, missing] = [await apply(as.anna(), acmes.id), await apply(as.anna(), "nagr_nowhere")]
      expect([gone.status, JSON.stringify(gone.data)]).toEqual([404, JSON.stringify(missing.data)])
      expect((await apply(as.anna(), theirs.id)).status).toBe(200)
    })

    it("agreed for themselves, then in a company's group → both are theirs to see and to apply", async () => {
      const row = await service().createNegotiationCompanies({ key: people().solo.id, name: "Solo", customer_id: people().solo.id })
      const own = await agreed({ company_id: row.id, customer_id: people().solo.id, shared: false, lines: [{ variant_id, min_quantity: 50, unit_price: 115 }] })
      const acmes = await agreed()
      await member(people().acme.customer_group_id, { add: [people().solo.id] })
      expect(await listed(as.solo())).toEqual([acmes.id, own.id])
      const { data } = await apply(as.solo(), own.id)
      expect(await linesOf(as.solo(), data.cart_id)).toMatchObject([{ quantity: 50, unit_price: 115 }])
    })
  })

  describe("a colleague's cart", () => {
    const read = async (who: Client, cart_id: string) => (await who.get(`/store/carts/${cart_id}`)).status

    it.each([["groups", () => undefined], ["a company module", ownModule]])("by %s → colleagues may look, and change nothing; others see none", async (_, setUp) => {
      setUp()
      await agreed()
      const cart_id = await ready(as.anna(), variant_id, 100)
      expect([await read(as.tom(), cart_id), await read(as.ingrid(), cart_id), await read(as.guest(), cart_id)]).toEqual([200, 404, 404])
      expect((await as.tom().get(`/store/shipping-options?cart_id=${cart_id}`)).status).toBe(200)
      const writes = [
        await as.tom().post(`/store/carts/${cart_id}`, { region_id: ground().regions.usd }),
        await as.tom().post(`/store/carts/${cart_id}/line-items`, { variant_id, quantity: 1 }),
        await as.tom().post(`/store/carts/${cart_id}/customer`),
        await as.tom().post("/store/payment-collections", { cart_id }),
        await complete(as.tom(), cart_id),
      ]
      expect(writes.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
      expect((await complete(as.anna(), cart_id)).data.type).toBe("order")
    })

    it("something agreed for one of them alone is live → nobody else's to see", async () => {
      await agreed()
      await agreed({ customer_id: anna().id, shared: false })
      expect(await read(as.tom(), await ready(as.anna(), variant_id, 100))).toBe(404)
    })

    it("whoever has left the company looks → there is no such cart", async () => {
      ownModule()
      await agreed()
      const cart_id = await ready(as.anna(), variant_id, 100)
      employees.delete(tom().id)
      expect(await read(as.tom(), cart_id)).toBe(404)
    })

    it("a company module → asked about nobody's cart but a buyer's of a company with agreements", async () => {
      ownModule()
      const plain = await ready(as.solo(), variant_id, 100)
      asked = 0
      expect([await read(as.guest(), plain), await read(as.tom(), plain), asked]).toEqual([200, 200, 0])
    })
  })

  describe("the cases of a company somebody left", () => {
    it.each([["out of the group", () => undefined], ["no employee any more", ownModule]])("%s → not there: not to read, not to write to", async (_, setUp) => {
      setUp()
      const cart = await store.cart(as.anna(), [{ article: ground().articles.cylinder, quantity: 2_000 }])
      const { id } = await askFirst(as.anna(), cart, 110)
      expect((await as.anna().get("/store/negotiations")).data).toMatchObject({ count: 1, negotiations: [{ id }] })
      employees.delete(anna().id)
      await member(people().acme.customer_group_id, { remove: [anna().id] })

      expect((await as.anna().get("/store/negotiations")).data).toMatchObject({ count: 0, negotiations: [] })
      const ways = (named: string) => [
        as.anna().get(`/store/negotiations/${named}`),
        as.anna().get(`/store/negotiations/${named}/events`),
        as.anna().get(`/store/negotiations/${named}/pdf`),
        as.anna().post(`/store/negotiations/${named}/messages`, { message: "Hello?" }),
        as.anna().post("/store/negotiation-events", { name: "feedback", negotiation_id: named, rating: 5 }),
      ]
      const [mine, missing] = [await Promise.all(ways(id)), await Promise.all(ways("neg_nowhere"))]
      expect(mine.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
      expect(mine.map(({ data }) => JSON.stringify(data))).toEqual(missing.map(({ data }) => JSON.stringify(data)))
      expect(await truth().rows("negotiation_message")).toEqual([])
    })
  })
})
