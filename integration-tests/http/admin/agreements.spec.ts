import { adminAgreementDetailSchema, adminAgreementSchema, errorBodySchema, grantableSchema, type AgreementFlag } from "../../../src/contract"
import { agreedIn, until } from "../agreements/agreed"
import { complete, prepareCheckout } from "../../setup/checkout"
import { storeTest } from "../../setup/store-test"

const DAY = 86_400_000
const AGREEMENTS = "/admin/negotiation-agreements"

storeTest((store) => {
  const { as, ground, people, truth } = store
  const { agree, cartOf, service } = agreedIn(store)
  const get = (path: string) => as.admin().get(path)
  const idsIn = async (query: string) => (await get(`${AGREEMENTS}?${query}`)).data.agreements.map((each: { id: string }) => each.id)
  const detail = async (id: string) => adminAgreementDetailSchema.parse((await get(`${AGREEMENTS}/${id}`)).data.agreement)
  const code = (answer: { data: unknown }) => errorBodySchema.parse(answer.data).code

  const flag = (kind: AgreementFlag, at: string) => ({ kind, at, order_id: null, detail: null })
  const putFlags = (id: string, flags: object[]) => service().updateNegotiationAgreements({ id, flags: flags as unknown as Record<string, unknown> })
  const endIn = (id: string, days: number) => service().updateNegotiationAgreements({ id, valid_until: new Date(Date.now() + days * DAY) })

  /** An agreement as it is kept, with the case it came from; its price is brought to no shop. */
  async function kept(company: "acme" | "borealis" = "acme"): Promise<{ id: string; negotiation_id: string }> {
    const { id: company_id, buyers } = people()[company]
    const whose = { company_id, customer_id: buyers[0].id, region_id: ground().regions.usd, currency_code: "usd" }
    const { id: negotiation_id } = await service().createNegotiations({
      ...whose, status: "agreed", company_name: "Company", customer_email: buyers[0].email, rounds_allowed: 4, value: 1, asked_value: 1, context: {},
    })
    const { id } = await service().createNegotiationAgreements({ ...whose, negotiation_id, valid_from: new Date(), valid_until: new Date(Date.now() + DAY) })
    await service().createNegotiationAgreementLines({
      agreement_id: id, company_id, variant_id: ground().articles.valve.variant_id, title: "Valve", min_quantity: 100, unit_price: 70, price_ids: [] as never,
    })
    return { id, negotiation_id }
  }

  describe("the list", () => {
    it("finds what is flagged, and what isn't", async () => {
      const [flagged, clean, cleared] = [await kept("acme"), await kept("acme"), await kept("borealis")]
      await putFlags(flagged.id, [flag("over_limit", "2026-11-01T00:00:00.000Z")])
      await putFlags(cleared.id, [])

      expect(await idsIn("flagged=true")).toEqual([flagged.id])
      expect(await idsIn("flagged=false")).toEqual([cleared.id, clean.id])
      expect((await get(`${AGREEMENTS}?flagged=true`)).data).toMatchObject({ count: 1, agreements: [{ flags: [{ kind: "over_limit" }] }] })
    })

    it("finds what ends soon, by its date or as announced, the first to end on top", async () => {
      const [late, soon, announced, over] = [await kept("acme"), await kept("acme"), await kept("borealis"), await kept("acme")]
      for (const [each, days] of [[late, 60], [soon, 10], [announced, 60], [over, 5]] as const) await endIn(each.id, days)
      await service().updateNegotiationAgreements({ id: announced.id, revoke_at: new Date(Date.now() + 3 * DAY) })
      await service().updateNegotiationAgreements({ id: over.id, status: "expired" })

      expect(await idsIn("ending_in_days=14")).toEqual([announced.id, soon.id])
      expect(await idsIn("ending_in_days=5")).toEqual([announced.id])
      expect((await get(`${AGREEMENTS}?ending_in_days=14`)).data.count).toBe(2)
    })

    it("finds a company by a part of its name of now or then, and a case by its number", async () => {
      const [acmes, boreals] = [await kept("acme"), await kept("borealis")]
      const { display_id } = await detail(acmes.id)

      expect(await idsIn("q=bore")).toEqual([boreals.id])
      expect(await idsIn("q=COMPANY&status=active")).toEqual([boreals.id, acmes.id])
      expect(await idsIn(`q=%23${display_id}`)).toEqual([acmes.id])
      expect(await idsIn(`q=${display_id}`)).toEqual([acmes.id])
      expect(await idsIn("q=100%25")).toEqual([])
    })

    it("filters by status, company and article, and shows each row in the contract's shape", async () => {
      const [acmes, boreals] = [await kept("acme"), await kept("borealis")]
      await service().updateNegotiationAgreements({ id: boreals.id, status: "revoked" })

      expect(await idsIn("status=active")).toEqual([acmes.id])
      expect(await idsIn("status=revoked,expired")).toEqual([boreals.id])
      expect(await idsIn(`company_id=${people().borealis.id}`)).toEqual([boreals.id])
      expect(await idsIn(`variant_id=${ground().articles.valve.variant_id}`)).toEqual([boreals.id, acmes.id])
      expect(await idsIn("variant_id=variant_none")).toEqual([])
      for (const row of (await get(AGREEMENTS)).data.agreements) adminAgreementSchema.parse(row)
    })

    it("refuses words it doesn't know", async () => {
      for (const query of ["status=live", "flagged=yes", "ending_in_days=0", "ending_in_days=soon", "limit=0", "order=name"]) {
        const answer = await get(`${AGREEMENTS}?${query}`)
        expect([query, answer.status, code(answer)]).toEqual([query, 400, "invalid_data"])
      }
    })
  })

  describe("one agreement", () => {
    it("shows the orders under it with their numbers and pieces, and its trail", async () => {
      const { articles } = ground()
      const { id } = await agree({ lines: [{ variant_id: articles.cylinder.variant_id, min_quantity: 100, unit_price: 110 }] })
      const cart_id = await cartOf(as.anna(), articles.cylinder.variant_id, 150)
      await prepareCheckout(as.anna(), ground(), cart_id, people().acme.buyers[0].email)
      const { order } = (await complete(as.anna(), cart_id)).data
      await until(async () => (await detail(id)).orders === 1)

      const agreement = await detail(id)

      expect(agreement).toMatchObject({ company_name: "Acme", orders: 1, uses_count: 1, flags: [] })
      expect(agreement.uses).toEqual([
        {
          id: expect.stringMatching(/^nuse_/), status: "confirmed", checked: true, order_id: order.id, order_display_id: order.display_id,
          lines: [{ variant_id: articles.cylinder.variant_id, title: "Part", quantity: 150, unit_price: 110 }], at: expect.any(String),
        },
      ])
      expect(agreement.history.map(({ kind, by }) => [kind, by])).toEqual([["ordered", "system"]])
    })

    it("is 404 for an id that isn't there, and asks who is there", async () => {
      const { id } = await kept()
      for (const [path, method] of [["", "get"], ["/clear-flags", "post"], ["/revoke", "post"]] as const) {
        const none = await as.admin()[method](`${AGREEMENTS}/nagr_none${path}`, { note: "x" })
        expect([path, none.status]).toEqual([path, 404])
        for (const who of [as.guest(), as.anna()]) expect([path, (await who[method](`${AGREEMENTS}/${id}${path}`, { note: "x" })).status]).toEqual([path, 401])
      }
    })
  })

  describe("flags", () => {
    const EARLY = "2026-11-01T10:00:00.000Z"
    const LATE = "2026-11-02T10:00:00.000Z"

    it("go when somebody has looked, with the note in the trail", async () => {
      const { id } = await kept()
      await putFlags(id, [flag("unchecked_order", EARLY), flag("under_quantity", LATE)])

      const { status, data } = await as.admin().post(`${AGREEMENTS}/${id}/clear-flags`, { note: "Called them: an agreed exception" })

      expect(status).toBe(200)
      const agreement = adminAgreementDetailSchema.parse(data.agreement)
      expect(agreement.flags).toEqual([])
      expect(agreement.history).toMatchObject([{ kind: "flags_cleared", by: "seller", actor_id: people().admin.id, note: "Called them: an agreed exception" }])
      expect(await truth().row("negotiation_agreement", { id })).toMatchObject({ flags: null, status: "active", version: 2 })
      expect(await truth().row("negotiation_event", { agreement_id: id })).toMatchObject({ trace: { before: [{ kind: "unchecked_order" }, { kind: "under_quantity" }], after: [] } })
    })

    it("raised after one looked stay", async () => {
      const { id } = await kept()
      await putFlags(id, [flag("unchecked_order", EARLY), flag("under_quantity", LATE)])

      await as.admin().post(`${AGREEMENTS}/${id}/clear-flags`, { note: "Seen", until: EARLY })

      expect((await detail(id)).flags).toEqual([flag("under_quantity", LATE)])
    })

    it("change nothing where there are none, or where the body is wrong", async () => {
      const { id } = await kept()
      expect((await as.admin().post(`${AGREEMENTS}/${id}/clear-flags`, { note: "Nothing there" })).status).toBe(200)
      await putFlags(id, [flag("over_limit", EARLY)])
      for (const body of [{}, { note: " " }, { note: "x", until: "yesterday" }, { note: "x", kind: "over_limit" }]) {
        expect(code(await as.admin().post(`${AGREEMENTS}/${id}/clear-flags`, body))).toBe("invalid_data")
      }
      expect(await truth().row("negotiation_agreement", { id })).toMatchObject({ version: 1, flags: [{ kind: "over_limit" }] })
      expect(await truth().rows("negotiation_event")).toEqual([])
    })
  })

  describe("revoking", () => {
    const revoke = (id: string, body: object) => as.admin().post(`${AGREEMENTS}/${id}/revoke`, body)

    it("at once ends it, with the reason and the note in the trail", async () => {
      const { id } = await kept()

      const { status, data } = await revoke(id, { note: "Steel went up", reason_code: "margin_too_low" })

      expect(status).toBe(200)
      expect(adminAgreementDetailSchema.parse(data.agreement)).toMatchObject({
        status: "revoked", ended_at: expect.any(String), ends_at: null,
        history: [{ kind: "revoked", by: "seller", actor_id: people().admin.id, reason_code: "margin_too_low", note: "Steel went up" }],
      })
      const again = await revoke(id, { note: "Once more", notice_days: 14 })
      expect([again.status, errorBodySchema.parse(again.data)]).toMatchObject([409, { code: "already_ended", details: { status: "revoked" } }])
    })

    it("with notice leaves it active and says when it ends; announcing again replaces that", async () => {
      const { id } = await kept()
      await endIn(id, 60)
      const days = (agreement: { ends_at: string | null }) => Math.round((new Date(agreement.ends_at ?? 0).getTime() - Date.now()) / DAY)

      const announced = adminAgreementDetailSchema.parse((await revoke(id, { note: "A new price list", reason_code: "other", notice_days: 30 })).data.agreement)
      const sooner = adminAgreementDetailSchema.parse((await revoke(id, { note: "Earlier after all", notice_days: 14 })).data.agreement)

      expect([announced.status, days(announced), sooner.status, days(sooner)]).toEqual(["active", 30, "active", 14])
      expect(sooner.history.map(({ kind, reason_code, note }) => [kind, reason_code, note])).toEqual([
        ["revocation_announced", "other", "A new price list"],
        ["revocation_announced", "agreement_revoked", "Earlier after all"],
      ])
      expect(await idsIn("ending_in_days=15")).toEqual([id])
    })

    it("wants a note and a sensible notice, and changes nothing without", async () => {
      const { id } = await kept()
      for (const body of [{}, { note: "" }, { note: "x", notice_days: -1 }, { note: "x", notice_days: 1.5 }, { note: "x", notice_days: 366 }, { note: "x", reason_code: "because" }]) {
        const answer = await revoke(id, body)
        expect([answer.status, code(answer)]).toEqual([400, "invalid_data"])
      }
      expect(await truth().row("negotiation_agreement", { id })).toMatchObject({ status: "active", version: 1, revoke_at: null })
    })
  })

  describe("what a case can be granted", () => {
    it("are the ways to pay and the deliveries that its region knows", async () => {
      const { negotiation_id } = await kept()
      const grantable = async () => grantableSchema.parse((await get(`/admin/negotiations/${negotiation_id}/grantable`)).data)

      const before = await grantable()
      await as.admin().post(`/admin/regions/${ground().regions.usd}`, { payment_providers: ["pp_system_default"] })
      const after = await grantable()

      expect(before.shipping_options).toContainEqual({ id: ground().shipping_option_id, name: "Road freight" })
      expect(before.payment_terms).toContainEqual({ id: "prepay", days: 0, provider_ids: ["pp_system_default"] })
      expect(before.payment_terms.map((term) => term.id)).toContain("net30")
      expect(after.payment_terms.map((term) => term.id)).toEqual(["prepay"])
    })

    it("is 404 for a case that isn't there, 401 for a stranger", async () => {
      const { negotiation_id } = await kept()
      expect((await get("/admin/negotiations/neg_none/grantable")).status).toBe(404)
      expect((await as.anna().get(`/admin/negotiations/${negotiation_id}/grantable`)).status).toBe(401)
    })
  })
})
