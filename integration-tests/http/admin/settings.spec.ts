import { adminCompanySchema, adminCostSchema, adminPolicySchema, adminPolicyVersionSchema, errorBodySchema, type PolicyTerms } from "../../../src/contract"
import { NEGOTIATION_MODULE, type NegotiationModuleService } from "../../../src/modules/negotiation"
import { storeTest } from "../../setup/store-test"
import { GOLDEN_TERMS } from "../../setup/terms"

storeTest(({ as, container, ground, people, truth }) => {
  const admin = () => as.admin()
  const POLICIES = "/admin/negotiation-policies"
  const COSTS = "/admin/negotiation-costs"
  const COMPANIES = "/admin/negotiation-companies"
  const code = (answer: { data: unknown }) => errorBodySchema.parse(answer.data).code

  describe("policies", () => {
    const create = async (terms: Partial<PolicyTerms> = {}) => {
      const { status, data } = await admin().post(POLICIES, {
        name: "Gold", priority: 7, scope: { segments: ["gold"] }, terms: { ...GOLDEN_TERMS, ...terms }, note: "First try",
      })
      expect(status).toBe(201)
      return adminPolicySchema.parse(data.policy)
    }

    it("keeps every version as it was written, and says who wrote it and why", async () => {
      const policy = await create()
      const second = await admin().post(`${POLICIES}/${policy.id}/versions`, { terms: { ...GOLDEN_TERMS, rounds: 2 }, note: "Fewer rounds" })
      const one = await admin().get(`${POLICIES}/${policy.id}`)

      expect(second.status).toBe(201)
      expect(adminPolicySchema.parse(second.data.policy)).toMatchObject({ version: 2, status: "active", terms: { rounds: 2 } })
      expect(one.data.versions.map((each: unknown) => adminPolicyVersionSchema.parse(each))).toMatchObject([
        { version: 2, terms: { rounds: 2 }, note: "Fewer rounds", created_by: people().admin.id },
        { version: 1, terms: { rounds: 4 }, note: "First try" },
      ])
      const [created, added] = (await truth().rows("negotiation_event")).sort((a, b) => Number(a["sequence"]) - Number(b["sequence"]))
      expect(created).toMatchObject({ kind: "policy_created", actor_id: people().admin.id, note: "First try", policy_version: 1, trace: { before: null } })
      expect(added).toMatchObject({
        kind: "policy_version_added",
        trace: { policy_id: policy.id, before: { version: 1, terms: { rounds: 4 } }, after: { version: 2, terms: { rounds: 2 } } },
      })
    })

    it("is archived, put into use again, and brought back to an older version", async () => {
      const { id } = await create()
      await admin().post(`${POLICIES}/${id}/versions`, { terms: { ...GOLDEN_TERMS, rounds: 2 } })

      const archived = await admin().post(`${POLICIES}/${id}/archive`, {})
      const listed = await admin().get(`${POLICIES}?status=archived`)
      const back = await admin().post(`${POLICIES}/${id}/activate`, { version: 1, note: "Two rounds were too few" })

      expect(archived.data.policy).toMatchObject({ status: "archived", version: 2 })
      expect(listed.data).toMatchObject({ count: 1, policies: [{ id }] })
      expect(back.data.policy).toMatchObject({ status: "active", version: 1, terms: { rounds: 4 } })
      expect(await truth().row("negotiation_event", { kind: "policy_activated" })).toMatchObject({
        status_before: "archived", status_after: "active", note: "Two rounds were too few",
      })
    })

    it("numbers versions on after going back to an older one", async () => {
      const { id } = await create()
      await admin().post(`${POLICIES}/${id}/versions`, { terms: GOLDEN_TERMS })
      await admin().post(`${POLICIES}/${id}/activate`, { version: 1 })

      const { data } = await admin().post(`${POLICIES}/${id}/versions`, { terms: { ...GOLDEN_TERMS, rounds: 3 } })

      expect(data.policy).toMatchObject({ version: 3, terms: { rounds: 3 } })
    })

    it("gives two versions written at once two numbers", async () => {
      const { id } = await create()
      const both = await Promise.all([2, 3].map((rounds) => admin().post(`${POLICIES}/${id}/versions`, { terms: { ...GOLDEN_TERMS, rounds } })))

      expect(both.map((answer) => answer.status)).toEqual([201, 201])
      expect((await truth().rows("negotiation_policy_version", { policy_id: id })).map((row) => row["version"]).sort()).toEqual([1, 2, 3])
    })

    it("names what can't work in the terms, and writes nothing", async () => {
      const { id } = await create()
      const terms = { ...GOLDEN_TERMS, opening_concession: 0.3, talk_concession_limit: 0.2 }
      const before = await truth().rows("negotiation_policy_version")

      const answers = [await admin().post(POLICIES, { name: "Bad", scope: { segments: [] }, terms }), await admin().post(`${POLICIES}/${id}/versions`, { terms })]

      for (const answer of answers) {
        expect(answer.status).toBe(400)
        expect(errorBodySchema.parse(answer.data)).toMatchObject({ code: "policy_invalid", details: { problems: [{ path: "opening_concession" }] } })
      }
      expect(await truth().rows("negotiation_policy_version")).toEqual(before)
      expect(await truth().row("negotiation_policy", { id })).toMatchObject({ version: 1 })
    })

    it("refuses bodies it doesn't know and ids that aren't there", async () => {
      const { id } = await create()
      const { rounds: _left, ...incomplete } = GOLDEN_TERMS
      const bad = [{}, { name: "", scope: { segments: [] }, terms: GOLDEN_TERMS }, { name: "X", scope: { segments: [] }, terms: incomplete },
        { name: "X", scope: { segments: [] }, terms: { ...GOLDEN_TERMS, floor: 1 } }, { name: "X", scope: { segments: [] }, terms: GOLDEN_TERMS, extra: 1 }]
      for (const body of bad) expect(code(await admin().post(POLICIES, body))).toBe("invalid_data")
      for (const [path, body] of [["versions", { terms: GOLDEN_TERMS }], ["activate", {}], ["archive", {}]] as const) {
        expect((await admin().post(`${POLICIES}/npol_none/${path}`, body)).status).toBe(404)
      }
      expect((await admin().post(`${POLICIES}/${id}/activate`, { version: 9 })).status).toBe(404)
      expect((await admin().post(`${POLICIES}/${id}/archive`, { version: 1 })).status).toBe(400)
      expect((await admin().get(`${POLICIES}/npol_none`)).status).toBe(404)
      expect(await truth().rows("negotiation_policy", { name: "X" })).toEqual([])
    })
  })

  describe("costs", () => {
    it("adds a dated cost, corrects it at the same date, and keeps what was before in the trail", async () => {
      const { variant_id } = ground().articles.gearbox
      const cost = { variant_id, currency_code: "usd", unit_cost: 90.1234, valid_from: "2026-02-01T00:00:00.000Z" }

      const added = await admin().post(COSTS, { costs: [cost, { variant_id, currency_code: "eur", unit_cost: 80 }] })
      const corrected = await admin().post(COSTS, { costs: [{ ...cost, unit_cost: 91 }] })
      const listed = await admin().get(`${COSTS}?variant_id=${variant_id}`)

      expect(added.status).toBe(201)
      expect(added.data.costs).toHaveLength(2)
      expect(adminCostSchema.parse(corrected.data.costs[0])).toMatchObject({ ...cost, unit_cost: 91 })
      expect(listed.data).toMatchObject({ count: 2, offset: 0, limit: 20, costs: [{ currency_code: "eur" }, { unit_cost: 91 }] })
      const events = await truth().rows("negotiation_event", { kind: "costs_saved" })
      expect(events[1]).toMatchObject({ actor_id: people().admin.id, trace: { before: [{ unit_cost: 90.1234 }], after: [{ unit_cost: 91 }] } })
    })

    it("finds costs by an article's title", async () => {
      const all = await admin().get(COSTS)
      const found = await admin().get(`${COSTS}?q=VALVE`)

      // Two articles with costs, each in dollars, euro and pounds.
      const { valve } = ground().articles
      expect(all.data.count).toBe(6)
      expect(found.data.costs.map((cost: { variant_id: string }) => cost.variant_id)).toEqual([valve.variant_id, valve.variant_id, valve.variant_id])
    })

    it("takes all of a body or nothing of it", async () => {
      const { variant_id } = ground().articles.gearbox
      const good = { variant_id, currency_code: "usd", unit_cost: 90 }
      const refused = [
        [{ costs: [good, { ...good, variant_id: "variant_none" }] }, "invalid_data"],
        [{ costs: [good, { ...good, currency_code: "xyz" }] }, "invalid_data"],
        [{ costs: [good, good] }, "duplicate_line"],
        [{ costs: [{ ...good, unit_cost: -1 }] }, "invalid_data"],
        [{ costs: [{ ...good, currency_code: "USD" }] }, "invalid_data"],
        [{ costs: [{ ...good, valid_from: "yesterday" }] }, "invalid_data"],
        [{ costs: [] }, "invalid_data"],
      ] as const
      for (const [body, expected] of refused) {
        const answer = await admin().post(COSTS, body)
        expect([answer.status, code(answer)]).toEqual([400, expected])
      }
      const unknown = await admin().post(COSTS, { costs: [{ ...good, variant_id: "variant_none" }] })
      expect(unknown.data.details).toEqual({ unknown_variant_ids: ["variant_none"] })
      expect(await truth().rows("negotiation_cost", { variant_id })).toEqual([])
      expect(await truth().rows("negotiation_event")).toEqual([])
    })

    it("takes a thousand costs at once", async () => {
      const { variant_id } = ground().articles.gearbox
      const costs = Array.from({ length: 1_000 }, (_, day) => ({
        variant_id, currency_code: "usd", unit_cost: 50 + day / 100, valid_from: new Date(Date.UTC(2020, 0, 1 + day)).toISOString(),
      }))

      expect((await admin().post(COSTS, { costs })).status).toBe(201)
      expect(await truth().rows("negotiation_cost", { variant_id })).toHaveLength(1_000)
      expect((await admin().post(COSTS, { costs: [...costs, costs[0]] })).status).toBe(400)
    })
  })

  describe("companies", () => {
    it("makes a customer group a company under the group's name, and changes only what is named", async () => {
      const { data } = await admin().post("/admin/customer-groups", { name: "Initech" })
      const customer_group_id: string = data.customer_group.id

      const made = await admin().post(COMPANIES, { customer_group_id, segment: "gold" })
      const changed = await admin().post(COMPANIES, { customer_group_id, strategic: true, owner_id: people().admin.id })
      const one = await admin().get(`${COMPANIES}/${made.data.company.id}`)

      expect(adminCompanySchema.parse(made.data.company)).toMatchObject({ customer_group_id, name: "Initech", segment: "gold", strategic: false })
      expect(changed.data.company).toMatchObject({ id: made.data.company.id, segment: "gold", strategic: true, owner_id: people().admin.id })
      expect(one.data.company).toEqual(changed.data.company)
      expect(await truth().row("negotiation_event", { kind: "company_changed" })).toMatchObject({
        company_id: made.data.company.id, trace: { before: { strategic: false }, after: { strategic: true, segment: "gold" } },
      })
    })

    it("makes one company of a group that is saved twice at once", async () => {
      const { data } = await admin().post("/admin/customer-groups", { name: "Hooli" })
      const customer_group_id: string = data.customer_group.id

      const both = await Promise.all(["a", "b"].map((segment) => admin().post(COMPANIES, { customer_group_id, segment })))

      expect(both.map((answer) => answer.status)).toEqual([200, 200])
      expect(await truth().rows("negotiation_company", { customer_group_id })).toHaveLength(1)
    })

    it("lists them by name, and finds one by a part of it", async () => {
      const all = await admin().get(COMPANIES)
      const found = await admin().get(`${COMPANIES}?q=boREal`)

      expect(all.data.companies.map((company: { name: string }) => company.name)).toEqual(["Acme", "Borealis"])
      expect(found.data).toMatchObject({ count: 1, companies: [{ name: "Borealis" }] })
    })

    it("says whose agreements hold for all its buyers or for one alone", async () => {
      const { customer_group_id } = people().acme
      const shared = await admin().post(COMPANIES, { customer_group_id, segment: "gold" })
      const alone = await admin().post(COMPANIES, { customer_group_id, shares_agreements: false })

      expect([shared.data.company.shares_agreements, alone.data.company.shares_agreements]).toEqual([true, false])
      expect(await truth().row("negotiation_company", { customer_group_id })).toMatchObject({ shares_agreements: false, segment: "gold" })
    })

    it("shows a missed commitment until somebody clears it with a note", async () => {
      const { id, customer_group_id } = people().acme
      const missed = "2026-11-01T08:00:00.000Z"
      await container().resolve<NegotiationModuleService>(NEGOTIATION_MODULE).updateNegotiationCompanies({ id, missed_commitment_at: new Date(missed) })
      const listed = (await admin().get(`${COMPANIES}?q=Acme`)).data.companies.map((company: unknown) => adminCompanySchema.parse(company))

      const refused = await admin().post(`${COMPANIES}/${id}/clear-missed-commitment`, {})
      const cleared = await admin().post(`${COMPANIES}/${id}/clear-missed-commitment`, { note: "They order the rest in January" })

      expect(listed).toMatchObject([{ customer_group_id, missed_commitment_at: missed }])
      expect([refused.status, code(refused)]).toEqual([400, "invalid_data"])
      expect(adminCompanySchema.parse(cleared.data.company).missed_commitment_at).toBeNull()
      expect(await truth().row("negotiation_event", { kind: "missed_commitment_cleared" })).toMatchObject({ company_id: id, actor_id: people().admin.id, note: "They order the rest in January" })
      expect((await admin().post(`${COMPANIES}/ncom_none/clear-missed-commitment`, { note: "x" })).status).toBe(404)
    })

    it("answers 404 for a group or company that isn't there, 400 for a body it doesn't know", async () => {
      expect((await admin().post(COMPANIES, { customer_group_id: "cusgroup_none" })).status).toBe(404)
      expect((await admin().get(`${COMPANIES}/ncom_none`)).status).toBe(404)
      expect((await admin().post(`${COMPANIES}/ncom_none/start-afresh`, { note: "x" })).status).toBe(404)
      expect(code(await admin().post(COMPANIES, { customer_group_id: "x", credit: 1 }))).toBe("invalid_data")
      expect(code(await admin().post(COMPANIES, {}))).toBe("invalid_data")
    })
  })
})
