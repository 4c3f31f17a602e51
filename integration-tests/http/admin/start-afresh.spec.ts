import { adminAgreementSchema, errorBodySchema } from "../../../src/contract"
import { storeTest } from "../../setup/store-test"

storeTest(({ as, cart, ground, people, truth }) => {
  const admin = () => as.admin()
  const path = () => `/admin/negotiation-companies/${people().acme.id}/start-afresh`

  /** Anna asks; the answer is a counter that stands. */
  async function openCase(target = 110) {
    const { id, items } = await cart(as.anna(), [{ article: ground().articles.cylinder, quantity: 2_000 }])
    const lines = [{ line_item_id: items[0].id, target_unit_price: target }]
    return (await as.anna().post("/store/price-requests", { cart_id: id, lines })).data.negotiation
  }

  /** Anna asks and takes the volume: an agreement at 110 from 4,000 pieces on. */
  async function deal() {
    const { id, version, offer } = await openCase()
    const option = offer.options.find((each: { kind: string }) => each.kind === "volume")
    const answer = await as.anna().post(`/store/negotiations/${id}/accept`, { version, offer_id: offer.id, option_id: option.id })
    expect(answer.data.negotiation.status).toBe("agreed")
    return answer.data.negotiation
  }

  it("withdraws open cases, forgets what was asked, and keeps the agreements", async () => {
    const agreed = await deal()
    const { id, items } = await cart(as.tom(), [{ article: ground().articles.valve, quantity: 100 }])
    const open = (await as.tom().post("/store/price-requests", { cart_id: id, lines: [{ line_item_id: items[0].id, target_unit_price: 60 }] })).data.negotiation
    const memories = await truth().rows("negotiation_memory", { company_id: people().acme.id })

    const answer = await admin().post(path(), { note: "New buyer over there" })

    expect(memories.length).toBeGreaterThan(0)
    expect(answer).toMatchObject({ status: 200, data: { company: { id: people().acme.id, name: "Acme" } } })
    expect(await truth().row("negotiation", { id: open.id })).toMatchObject({
      status: "withdrawn", reason_code: "started_afresh", version: open.version + 1, sla_due_at: null, closed_at: expect.any(Date),
    })
    expect(await truth().rows("negotiation_offer", { negotiation_id: open.id, status: "standing" })).toEqual([])
    expect(await truth().rows("negotiation_memory", { company_id: people().acme.id })).toEqual([])
    expect(await truth().row("negotiation_agreement", { negotiation_id: agreed.id })).toMatchObject({ status: "active" })
    expect(await truth().row("negotiation_event", { kind: "started_afresh" })).toMatchObject({
      company_id: people().acme.id, actor_type: "seller", actor_id: people().admin.id, note: "New buyer over there",
      trace: { before: { open_negotiations: [open.id] } },
    })
    expect((await as.tom().get(`/store/negotiations/${open.id}`)).data.negotiation).toMatchObject({ status: "withdrawn", allowed_actions: [] })
  })

  it("keeps why, in the words of whoever did it, beside what that did to the cases", async () => {
    const open = await openCase()
    expect((await admin().post(path(), { note: "Sold to Globex", reason_code: "relationship" })).status).toBe(200)
    expect(await truth().row("negotiation_event", { kind: "started_afresh" })).toMatchObject({ reason_code: "relationship", note: "Sold to Globex" })
    expect(await truth().row("negotiation", { id: open.id })).toMatchObject({ status: "withdrawn", reason_code: "started_afresh" })
    expect((await admin().post(path(), { note: "x", reason_code: "because" })).status).toBe(400)
  })

  it("lets a company ask anew as if for the first time", async () => {
    const first = await openCase()
    await as.anna().post(`/store/negotiations/${first.id}/withdraw`, { version: first.version })

    await admin().post(path(), { note: "Again from the start" })
    const again = await openCase()

    expect(again).toMatchObject({ status: "awaiting_buyer", round: 1 })
    expect(again.offer.options.map((option: { lines: unknown[] }) => option.lines.length)).toEqual(first.offer.options.map(() => 1))
  })

  it("ends live agreements and takes their prices out of the list where it is asked to", async () => {
    const agreed = await deal()
    expect((await truth().rows("price")).filter((price) => price["price_list_id"] !== null)).not.toEqual([])

    await admin().post(path(), { note: "All over", revoke_agreements: true })

    expect(await truth().row("negotiation_agreement", { negotiation_id: agreed.id })).toMatchObject({ status: "revoked", ended_reason: "started_afresh" })
    expect(await truth().row("negotiation", { id: agreed.id })).toMatchObject({ status: "revoked" })
    expect((await truth().rows("price")).filter((price) => price["price_list_id"] !== null)).toEqual([])
  })

  it("leaves other companies alone", async () => {
    const { id, items } = await cart(as.ingrid(), [{ article: ground().articles.cylinder, quantity: 2_000 }])
    const theirs = (await as.ingrid().post("/store/price-requests", { cart_id: id, lines: [{ line_item_id: items[0].id, target_unit_price: 110 }] })).data.negotiation

    await admin().post(path(), { note: "Only Acme", revoke_agreements: true })

    expect(await truth().row("negotiation", { id: theirs.id })).toMatchObject({ status: theirs.status, version: theirs.version })
    expect(await truth().rows("negotiation_memory", { company_id: people().borealis.id })).toHaveLength(1)
  })

  it("wants a note, and changes nothing without one", async () => {
    const open = await openCase()
    for (const body of [{}, { note: "" }, { note: "  " }, { note: "x", revoke_agreements: "yes" }, { note: "x", all: true }]) {
      expect((await admin().post(path(), body)).status).toBe(400)
    }
    expect(await truth().row("negotiation", { id: open.id })).toMatchObject({ status: open.status, version: open.version })
    expect(await truth().rows("negotiation_event", { kind: "started_afresh" })).toEqual([])
  })

  it("lists agreements with whose they are, and revokes one once", async () => {
    const agreed = await deal()
    const { data } = await admin().get(`/admin/negotiation-agreements?status=active&company_id=${people().acme.id}`)
    const agreement = adminAgreementSchema.parse(data.agreements[0])
    const revoke = (body: unknown) => admin().post(`/admin/negotiation-agreements/${agreement.id}/revoke`, body)

    expect(data).toMatchObject({ count: 1, offset: 0, limit: 20 })
    expect(agreement).toMatchObject({
      negotiation_id: agreed.id, display_id: agreed.display_id, company_name: "Acme", status: "active", lines: [{ min_quantity: 4_000, unit_price: 110 }],
    })
    expect((await revoke({})).status).toBe(400)
    expect((await revoke({ note: "Costs rose" })).data.agreement).toMatchObject({ status: "revoked", ended_reason: "agreement_revoked" })
    const again = await revoke({ note: "Costs rose" })
    expect([again.status, errorBodySchema.parse(again.data).code]).toEqual([409, "already_ended"])
    expect((await admin().post("/admin/negotiation-agreements/nagr_none/revoke", { note: "x" })).status).toBe(404)
    expect((await admin().get("/admin/negotiation-agreements?status=active")).data.count).toBe(0)
    expect((await admin().get(`/admin/negotiation-agreements?variant_id=${ground().articles.cylinder.variant_id}`)).data.count).toBe(1)
    expect((await admin().get("/admin/negotiation-agreements?status=gone")).status).toBe(400)
  })
})
