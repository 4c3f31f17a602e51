import { completeCartWorkflow, linkCustomersToCustomerGroupWorkflow } from "@medusajs/medusa/core-flows"
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
  const { agreeOn, agreement, change, draft, flags, linesOf, order, pays, ready, reprice, uses, variant } = orderingIn(store)
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

  /** Everybody's way to the counter: over HTTP, and past it as a payment webhook goes. */
  async function refusals(who: Client, cart_id: string) {
    const http = await complete(who, cart_id)
    const { errors } = await completeCartWorkflow(container()).run({ input: { id: cart_id }, throwOnError: false })
    return { http, hook: errors[0]?.error as { code?: string } | undefined }
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
