import { readFileSync } from "node:fs"
import path from "node:path"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { NEGOTIATION_MODULE, type NegotiationModuleService } from "../../src/modules/negotiation"
import type { ResolvedCompany } from "../../src/modules/negotiation/options"
import { until } from "../http/agreements/agreed"
import { acceptOption, askFirst, negotiationOf, optionOf } from "../http/store/ask"
import type { Answered, Client } from "../setup/client"
import { complete, prepareCheckout } from "../setup/checkout"
import { storeTest } from "../setup/store-test"
import { resolveCompany } from "./starter-company"

interface Knex {
  raw<Row>(sql: string, bindings?: readonly unknown[]): Promise<{ rows: Row[] }>
}
const knexOf = (container: MedusaContainer) => container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION)

/**
 * The tables of Medusa's B2B starter as far as they name who buys for whom: company, employee, and their links. `role` is one
 * store's own beside them.
 */
const STARTER_TABLES = [
  `CREATE TABLE company (id text PRIMARY KEY, name text NOT NULL, currency_code text NOT NULL, spending_limit_reset_frequency text NOT NULL DEFAULT 'never', deleted_at timestamptz)`,
  `CREATE TABLE employee (id text PRIMARY KEY, company_id text NOT NULL REFERENCES company (id), spending_limit numeric NOT NULL DEFAULT 0,
     is_admin boolean NOT NULL DEFAULT false, role text NOT NULL DEFAULT 'buyer', deleted_at timestamptz)`,
  `CREATE TABLE company_employee_customer_customer (employee_id text NOT NULL, customer_id text NOT NULL UNIQUE, deleted_at timestamptz)`,
  `CREATE TABLE company_company_customer_customer_group (company_id text NOT NULL UNIQUE, customer_group_id text NOT NULL, deleted_at timestamptz)`,
]

/** The recipe of docs/guides/companies.md, in a store that says by a role what an employee may do. */
async function resolveWithRoles(customerId: string, container: MedusaContainer): Promise<ResolvedCompany | null> {
  const company = await resolveCompany(customerId, container)
  if (!company) return null
  const { rows } = await knexOf(container).raw<{ role: string }>(
    `SELECT e.role FROM employee e JOIN company_employee_customer_customer l ON l.employee_id = e.id WHERE l.customer_id = ?`,
    [customerId]
  )
  const role = rows[0]?.role
  return { ...company, buyer: { ...company.buyer, may_request: role !== "viewer", may_accept: role !== "viewer" && role !== "requester" } }
}

storeTest((store) => {
  const { as, container, ground, people, truth } = store
  const cylinders = (who: Client, quantity = 2_000) => store.cart(who, [{ article: ground().articles.cylinder, quantity }])
  const anna = () => people().acme.buyers[0]
  const tom = () => people().acme.buyers[1]
  const knex = () => knexOf(container())

  beforeEach(async () => {
    const service = container().resolve<NegotiationModuleService>(NEGOTIATION_MODULE)
    Object.assign(service, { options: { ...service.options, resolveCompany: resolveWithRoles } })
    for (const table of STARTER_TABLES) await knex().raw(table.replace("CREATE TABLE", "CREATE TABLE IF NOT EXISTS"))
  })

  async function company(id: string, name: string, groupId: string | null, currency = "usd"): Promise<void> {
    await knex().raw(`INSERT INTO company (id, name, currency_code) VALUES (?, ?, ?)`, [id, name, currency])
    if (groupId) await knex().raw(`INSERT INTO company_company_customer_customer_group (company_id, customer_group_id) VALUES (?, ?)`, [id, groupId])
  }
  async function employ(customerId: string, companyId: string, { limit = 0, role = "buyer" } = {}): Promise<void> {
    await knex().raw(`DELETE FROM company_employee_customer_customer WHERE customer_id = ?`, [customerId])
    const id = `emp_${customerId}_${companyId}`
    await knex().raw(`INSERT INTO employee (id, company_id, spending_limit, role) VALUES (?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET spending_limit = excluded.spending_limit, role = excluded.role`, [id, companyId, limit, role])
    await knex().raw(`INSERT INTO company_employee_customer_customer (employee_id, customer_id) VALUES (?, ?)`, [id, customerId])
  }
  /** Acme as a company of the store's own: Anna and Tom work there. */
  async function acme(rights: { limit?: number; role?: string } = {}): Promise<void> {
    await company("comp_acme", "Acme of the starter", people().acme.customer_group_id)
    await employ(anna().id, "comp_acme", rights)
    await employ(tom().id, "comp_acme")
  }
  const price = async (who: Client, quantity = 4_000) => (await cylinders(who, quantity)).items[0].unit_price
  /** Orders a cart, and waits until the agreement has counted it. */
  async function order(who: Client, cart_id: string, email: string) {
    await prepareCheckout(who, ground(), cart_id, email)
    const { data } = await complete(who, cart_id)
    expect(data.type).toBe("order")
    await until(async () => (await truth().rows("negotiation_agreement_use", { order_id: data.order.id, status: "confirmed" })).length > 0)
    return data.order
  }
  const refusal = ({ status, data }: Answered) => [status, data.code]

  it("a company of the store's own, linked to a customer group → its employees share memory, agreement and price; nobody else does", async () => {
    await acme()
    const agreed = await acceptOption(as.anna(), await askFirst(as.anna(), await cylinders(as.anna()), 110), "volume")
    expect(agreed.status).toBe("agreed")
    const row = await truth().row("negotiation_company", { key: "comp_acme" })
    expect(row).toMatchObject({ name: "Acme of the starter", customer_group_id: people().acme.customer_group_id })
    expect([await price(as.anna()), await price(as.tom()), await price(as.ingrid()), await price(as.guest())]).toEqual([110, 110, 120, 120])
    const listed = await as.tom().get("/store/agreements")
    expect(listed.data.agreements).toMatchObject([{ id: agreed.agreement?.id }])

    const basket = await cylinders(as.tom(), 4_000)
    expect((await order(as.tom(), basket.id, tom().email)).items[0].unit_price).toBe(110)
  })

  it("a company without a customer group → the agreed price is the buyer's who agreed, checkout included; a colleague is told of none", async () => {
    await company("comp_small", "Small Ltd", null)
    await employ(people().solo.id, "comp_small")
    await employ(people().borealis.buyers[0].id, "comp_small")
    await acceptOption(as.solo(), await askFirst(as.solo(), await cylinders(as.solo()), 110), "volume")
    expect([await price(as.solo()), await price(as.anna()), await price(as.ingrid())]).toEqual([110, 120, 120])
    expect((await as.ingrid().get("/store/agreements")).data.agreements).toEqual([])
    const look = `/store/price-ladders?variant_id=${ground().articles.cylinder.variant_id}&quantity=2000&region_id=${ground().regions.usd}`
    expect((await as.ingrid().get(look)).data.ladders[0]).toMatchObject({ agreed: [], hint: null })
    expect((await as.solo().get(look)).data.ladders[0]).toMatchObject({ agreed: [{ min_quantity: 4_000, unit_price: 110 }] })
    const basket = await cylinders(as.solo(), 4_000)
    expect((await order(as.solo(), basket.id, people().solo.email)).items[0].unit_price).toBe(110)
  })

  it("nobody's employee → negotiates for themselves alone", async () => {
    await acme()
    const asked = await askFirst(as.solo(), await cylinders(as.solo()), 110)
    expect(await truth().row("negotiation", { id: asked.id })).toMatchObject({ customer_id: people().solo.id })
    expect(await truth().row("negotiation_company", { key: people().solo.id })).toMatchObject({ customer_group_id: null })
  })

  it("an employee changes company → old cases, agreements and price stay behind; the new company's memory is its own", async () => {
    await acme()
    await company("comp_bor", "Borealis of the starter", people().borealis.customer_group_id)
    await employ(people().borealis.buyers[0].id, "comp_bor")
    const open = await askFirst(as.anna(), await store.cart(as.anna(), [{ article: ground().articles.valve, quantity: 1_000 }]), 70)
    const mine = await acceptOption(as.anna(), await askFirst(as.anna(), await cylinders(as.anna()), 110), "volume")

    const groups = container().resolve("customer")
    await groups.removeCustomerFromGroup({ customer_id: anna().id, customer_group_id: people().acme.customer_group_id })
    await groups.addCustomerToGroup({ customer_id: anna().id, customer_group_id: people().borealis.customer_group_id })
    await employ(anna().id, "comp_bor")

    expect([await price(as.anna()), await price(as.tom())]).toEqual([120, 110])
    expect((await as.anna().get("/store/agreements")).data.agreements).toEqual([])
    const cart = await cylinders(as.anna(), 4_000)
    expect(refusal(await as.anna().post(`/store/agreements/${mine.agreement?.id}/apply`, { cart_id: cart.id }))).toEqual([404, "not_found"])
    expect(refusal(await as.anna().post(`/store/negotiations/${open.id}/withdraw`, { version: open.version }))).toEqual([404, "not_found"])
    const fresh = await askFirst(as.anna(), await cylinders(as.anna()), 110)
    expect(fresh).toMatchObject({ status: "awaiting_buyer", round: 1, previous_id: null })
    const { company_id } = await truth().row("negotiation", { id: fresh.id })
    expect(await truth().row("negotiation_company", { id: company_id })).toMatchObject({ key: "comp_bor" })
  })

  it("a role that may only look → asking and countering are refused with 403, nothing changes", async () => {
    await acme()
    const basket = await cylinders(as.anna())
    const asked = await askFirst(as.anna(), basket, 108)
    await employ(anna().id, "comp_acme", { role: "viewer" })
    const lines = [{ line_item_id: basket.items[0].id, target_unit_price: 112 }]
    expect(refusal(await as.anna().post("/store/price-requests", { cart_id: basket.id, lines }))).toEqual([403, "not_permitted"])
    const counter = { version: 1, lines: [{ line_id: asked.lines[0]?.id, target_unit_price: 112 }] }
    expect(refusal(await as.anna().post(`/store/negotiations/${asked.id}/counter`, counter))).toEqual([403, "not_permitted"])
    const accept = { version: 1, offer_id: asked.offer?.id, option_id: asked.offer?.options[0]?.id }
    expect(refusal(await as.anna().post(`/store/negotiations/${asked.id}/accept`, accept))).toEqual([403, "not_permitted"])
    expect(negotiationOf(await as.anna().get(`/store/negotiations/${asked.id}`), 200)).toMatchObject({ version: 1, round: 1, offer: { id: asked.offer?.id } })
    expect(await truth().rows("negotiation")).toHaveLength(1)
  })

  it("a role that may ask but not agree → a yes becomes an offer, taken only by who may", async () => {
    await acme({ role: "requester" })
    const asked = await askFirst(as.anna(), await cylinders(as.anna()), 119)
    expect(asked).toMatchObject({ status: "awaiting_buyer", agreement: null, offer: { options: [{ kind: "as_asked", lines: [{ quantity: 2_000 }] }] } })
    const offered = optionOf(asked, "as_asked")
    expect(offered.lines[0]?.unit_price).toBeLessThanOrEqual(119)
    expect(offered.headline).toMatch(/^Your price: \$11\d.* each for 2,000 pieces$/)
    const accept = { version: 1, offer_id: asked.offer?.id, option_id: offered.id }
    expect(refusal(await as.anna().post(`/store/negotiations/${asked.id}/accept`, accept))).toEqual([403, "not_permitted"])
    const again = { version: 1, lines: [{ line_id: asked.lines[0]?.id, target_unit_price: 119 }] }
    expect(negotiationOf(await as.anna().post(`/store/negotiations/${asked.id}/counter`, again), 200)).toMatchObject({ version: 1, agreement: null })
    expect(await truth().rows("negotiation_agreement")).toEqual([])

    await employ(anna().id, "comp_acme", { role: "buyer" })
    expect(await acceptOption(as.anna(), asked, "as_asked")).toMatchObject({ status: "agreed" })
    await employ(anna().id, "comp_acme", { role: "requester" })
    const { data } = await as.anna().get("/store/agreements")
    expect(refusal(await as.anna().post(`/store/agreements/${data.agreements[0].id}/apply`, {}))).toEqual([403, "not_permitted"])
  })

  it("a spending limit → what it is under goes, what is over is refused with 409 and the sums, nothing changes", async () => {
    await acme({ limit: 250_000 })
    const basket = await cylinders(as.anna())
    const asked = await askFirst(as.anna(), basket, 110)
    const volume = { version: 1, offer_id: asked.offer?.id, option_id: optionOf(asked, "volume").id }
    const over = await as.anna().post(`/store/negotiations/${asked.id}/accept`, volume)
    expect(refusal(over)).toEqual([409, "spending_limit"])
    expect(over.data.details).toEqual({ left: 250_000, needed: 440_000, currency_code: "usd" })
    expect(await truth().row("negotiation", { id: asked.id })).toMatchObject({ version: 1, status: "awaiting_buyer" })
    expect((await as.anna().get(`/store/carts/${basket.id}`)).data.cart.items).toMatchObject([{ quantity: 2_000, unit_price: 120 }])

    const large = await cylinders(as.anna(), 3_000)
    const request = await as.anna().post("/store/price-requests", { cart_id: large.id, lines: [{ line_item_id: large.items[0].id, target_unit_price: 110 }] })
    expect([...refusal(request), request.data.details]).toEqual([409, "spending_limit", { left: 250_000, needed: 330_000, currency_code: "usd" }])
    const total = await as.anna().post("/store/price-requests", { cart_id: large.id, target_total: 300_000 })
    expect(refusal(total)).toEqual([409, "spending_limit"])
    expect(await truth().rows("negotiation")).toHaveLength(1)

    expect(await acceptOption(as.anna(), asked, "counter")).toMatchObject({ status: "agreed", agreement: { lines: [{ unit_price: 118 }] } })
  })

  it("an ask the policy would say yes to, over the limit → not agreed behind the buyer's back", async () => {
    await acme({ limit: 200_000 })
    const asked = await askFirst(as.anna(), await cylinders(as.anna(), 1_600), 110)
    // 118 is the counter that stands: 1,600 pieces at it are 188,800; 2,000 are over the limit.
    const line_id = asked.lines[0]?.id
    const counter = (target_unit_price: number, quantity: number) =>
      as.anna().post(`/store/negotiations/${asked.id}/counter`, { version: 1, lines: [{ line_id, target_unit_price, quantity }] })
    const over = await counter(118, 2_000)
    expect([...refusal(over), over.data.details]).toEqual([409, "spending_limit", { left: 200_000, needed: 236_000, currency_code: "usd" }])
    expect(await truth().rows("negotiation_agreement")).toEqual([])
    expect(await truth().row("negotiation", { id: asked.id })).toMatchObject({ version: 1, round: 1, status: "awaiting_buyer" })
    expect(negotiationOf(await counter(118, 1_600), 200)).toMatchObject({ status: "agreed" })
  })

  it("an agreement brought into a cart, this one or a new one → held to what the orders so far left of the limit", async () => {
    await acme({ limit: 500_000 })
    const agreed = await acceptOption(as.anna(), await askFirst(as.anna(), await cylinders(as.anna()), 110), "volume")
    const path = `/store/agreements/${agreed.agreement?.id}/apply`
    const first = await as.anna().post(path, {})
    expect([first.status, first.data.cart_id]).toEqual([200, expect.any(String)])
    expect((await order(as.anna(), first.data.cart_id, anna().email)).items).toMatchObject([{ quantity: 4_000, unit_price: 110 }])

    const carts = await truth().rows("cart", { customer_id: anna().id })
    const second = await as.anna().post(path, {})
    expect([...refusal(second), second.data.details]).toEqual([409, "spending_limit", { left: 59_960, needed: 440_000, currency_code: "usd" }])
    expect(await truth().rows("cart", { customer_id: anna().id })).toHaveLength(carts.length)
    expect((await as.tom().post(path, {})).status).toBe(200)
  })

  it("the guide's recipe → is the one that runs here", () => {
    const read = (file: string) => readFileSync(path.join(__dirname, file), "utf8")
    const recipe = read("starter-company.ts").replace('"../../src/workflows"', '"medusa-plugin-negotiation/workflows"')
    expect(read("../../docs/guides/companies.md")).toContain(recipe)
  })

  it.each([
    ["daily", "yesterday", "now() - interval '1 day'"],
    ["weekly", "a week ago", "now() - interval '7 days'"],
    ["monthly", "the month before", "date_trunc('month', now()) - interval '1 day'"],
    ["yearly", "the year before", "date_trunc('year', now()) - interval '1 day'"],
  ])("a limit that counts %s, ordered %s → is whole again; never reset, or ordered today, it is not; a cancelled order gives it back", async (frequency, _, then) => {
    await acme({ limit: 500_000 })
    const agreed = await acceptOption(as.anna(), await askFirst(as.anna(), await cylinders(as.anna()), 110), "volume")
    const path = `/store/agreements/${agreed.agreement?.id}/apply`
    const placed = await order(as.anna(), (await as.anna().post(path, {})).data.cart_id, anna().email)
    const counts = async (how: string) => {
      await knex().raw("UPDATE company SET spending_limit_reset_frequency = ?", [how])
      return (await as.anna().post(path, {})).status
    }
    expect([await counts(frequency), await counts("never")]).toEqual([409, 409])
    await knex().raw(`UPDATE "order" SET created_at = ${then} WHERE id = ?`, [placed.id])
    expect([await counts(frequency), await counts("never")]).toEqual([200, 409])
    await knex().raw(`UPDATE "order" SET status = 'canceled' WHERE id = ?`, [placed.id])
    expect(await counts("never")).toBe(200)
  })

  it.each(["employee", "company", "company_employee_customer_customer"])("a row of %s deleted, as Medusa deletes → nobody's buyer any more, at once", async (table) => {
    await acme()
    await acceptOption(as.anna(), await askFirst(as.anna(), await cylinders(as.anna()), 110), "volume")
    expect((await as.tom().get("/store/agreements")).data.agreements).toHaveLength(1)
    await knex().raw(`UPDATE ${table} SET deleted_at = now()`)
    expect((await as.tom().get("/store/agreements")).data.agreements).toEqual([])
  })

  it("a limit in another currency → can't be compared, and allows nothing", async () => {
    await company("comp_euro", "Euro GmbH", null, "eur")
    await employ(people().solo.id, "comp_euro", { limit: 1_000_000 })
    const basket = await cylinders(as.solo(), 10)
    const answer = await as.solo().post("/store/price-requests", { cart_id: basket.id, lines: [{ line_item_id: basket.items[0].id, target_unit_price: 110 }] })
    expect([...refusal(answer), answer.data.details]).toEqual([409, "spending_limit", { left: null, needed: 1_100, currency_code: "usd" }])
  })
})
