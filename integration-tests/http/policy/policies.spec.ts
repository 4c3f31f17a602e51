import { NO_ELIGIBILITY_RULES, simulationSchema, type EligibilityRules, type PolicyTerms, type RoutingRule } from "../../../src/contract"
import { storeTest } from "../../setup/store-test"
import { GOLDEN_TERMS } from "../../setup/terms"
import { askFirst } from "../store/ask"

const POLICIES = "/admin/negotiation-policies"
const HOUR_MS = 3_600_000

function rule(name: string, to: RoutingRule["to"], when: RoutingRule["when"], sla_hours: number | null = null): RoutingRule {
  return { name, to, when, sla_hours }
}

storeTest(({ as, cart, container, ground, people, truth }) => {
  const admin = () => as.admin()
  const cylinders = (quantity = 2_000) => [{ article: ground().articles.cylinder, quantity }]
  const body = (terms: Partial<PolicyTerms>, segments: string[] = [], priority = 2_000) => ({
    name: `Policy ${priority}`, priority, scope: { segments }, terms: { ...GOLDEN_TERMS, ...terms },
  })
  const policy = async (terms: Partial<PolicyTerms>, segments?: string[]): Promise<string> => {
    const { status, data } = await admin().post(POLICIES, body(terms, segments))
    if (status !== 201) throw new Error(JSON.stringify(data))
    return data.policy.id
  }
  const eligible = (change: Partial<EligibilityRules>) => policy({ eligibility: { ...NO_ELIGIBILITY_RULES, ...change } })
  const company = (settings: object) => admin().post("/admin/negotiation-companies", { customer_group_id: people().acme.customer_group_id, ...settings })
  // A second request for an article takes the place of the same buyer's first: who asks beside it is somebody else.
  const ask = async (price = 110, quantity = 2_000, who = as.anna()) => askFirst(who, await cart(who, cylinders(quantity)), price)
  const stored = (id: string) => truth().row("negotiation", { id })
  const problems = (answer: { status: number; data: { code?: string; details?: { problems?: { path: string }[] } } }) =>
    [answer.status, answer.data.code, answer.data.details?.problems?.map(({ path }) => path)]

  it("lists policies of the statuses it is asked for, of all of them where it isn't", async () => {
    const id = await policy({})
    await admin().post(`${POLICIES}/${id}/archive`, { note: "Enough" })
    const statuses = async (query: string) => new Set((await admin().get(`${POLICIES}${query}`)).data.policies.map(({ status }: { status: string }) => status))
    expect(await statuses("?status=active")).toEqual(new Set(["active"]))
    expect(await statuses("?status=archived")).toEqual(new Set(["archived"]))
    for (const all of ["?status=active,archived", "?status=archived, active", ""]) expect(await statuses(all)).toEqual(new Set(["active", "archived"]))
    expect((await admin().get(`${POLICIES}?status=active,gone`)).status).toBe(400)
  })

  describe("routing", () => {
    it("lands a case at the rule's level with the rule's time, and says why to the seller alone", async () => {
      await policy({
        routing: [
          rule("Deep cuts", "director", { depth_from: 0.15 }, 4),
          rule("Large deals", "manager", { value_from: { usd: 200_000 } }, 8),
        ],
      })

      const deep = await ask(90, 100)
      const large = await ask(110, 2_000, as.ingrid())
      const small = await ask(110, 200, as.solo())

      expect([deep, large, small].map(({ status, reason_code }) => [status, reason_code])).toEqual([
        ["in_review", "under_review"], ["in_review", "under_review"], ["awaiting_buyer", null],
      ])
      const rows = await Promise.all([deep, large, small].map(({ id }) => stored(id)))
      expect(rows.map((row) => [row?.["level"], row?.["sla_hours"]])).toEqual([["director", 4], ["manager", 8], ["rep", null]])
      const due = (row: Record<string, unknown> | undefined) => (new Date(String(row?.["sla_due_at"])).getTime() - Date.now()) / HOUR_MS
      expect([Math.round(due(rows[0])), Math.round(due(rows[1]))]).toEqual([4, 8])
      const seen = (await admin().get(`/admin/negotiations/${deep.id}`)).data.negotiation
      expect(seen).toMatchObject({ level: "director", decision: { reason_code: "routing_rule", rule: "Deep cuts" } })
      for (const answer of [deep, large, small]) expect(JSON.stringify(answer)).not.toMatch(/Deep cuts|Large deals|director|manager/)
      expect((await truth().row("negotiation_event", { negotiation_id: deep.id, kind: "escalated" }))?.["trace"]).toMatchObject({ rule: "Deep cuts" })
    })

    it("finds the cases of one level in the queue", async () => {
      await policy({ routing: [rule("Large deals", "manager", { value_from: { usd: 200_000 } })] })
      const large = await ask()
      await ask(110, 100, as.ingrid())

      const found = await admin().get("/admin/negotiations?level=manager")

      expect(found.data).toMatchObject({ count: 1, negotiations: [{ id: large.id, level: "manager" }] })
      expect((await admin().get("/admin/negotiations?level=chief")).status).toBe(400)
    })

    it("sends what is refused later to where the last ask belongs, in the rule's time", async () => {
      await policy({ routing: [rule("Acme", "automatic", { segments: ["volume_buyer"] }), rule("Everyone", "manager", {}, 6)] })
      const asked = await ask()
      expect(asked.status).toBe("awaiting_buyer")

      const { data } = await as.anna().post(`/store/negotiations/${asked.id}/refuse`, { version: asked.version })

      expect(data.negotiation.status).toBe("in_review")
      const row = await stored(asked.id)
      expect(row).toMatchObject({ level: "manager", sla_hours: 6 })
      expect(Math.round((new Date(String(row?.["sla_due_at"])).getTime() - Date.now()) / HOUR_MS)).toBe(6)
    })

    it("routes by the part of the catalogue, categories with all they are in", async () => {
      const made = (await admin().post("/admin/product-categories", { name: "Hydraulics", is_active: true })).data.product_category
      const inner = (await admin().post("/admin/product-categories", { name: "Cylinders", is_active: true, parent_category_id: made.id })).data.product_category
      await admin().post(`/admin/product-categories/${inner.id}/products`, { add: [ground().articles.cylinder.product_id] })
      await policy({ routing: [rule("Hydraulics", "director", { products: [`category:${made.id}`] })] })

      const routed = await ask()
      const valve = await askFirst(as.tom(), await cart(as.tom(), [{ article: ground().articles.valve, quantity: 100 }]), 70)

      expect(await stored(routed.id)).toMatchObject({ status: "in_review", level: "director", reason_code: "routing_rule" })
      expect(valve.status).toBe("awaiting_buyer")
    })
  })

  describe("eligibility", () => {
    it("says no in the same words, whatever the reason", async () => {
      const reasons: [string, () => Promise<unknown>][] = [
        ["deal_too_small", () => eligible({ minimum_value: { usd: 300_000 } })],
        ["not_eligible", async () => [await company({ profitability: "c" }), await eligible({ profitability: ["a", "b"] })]],
        ["not_eligible", () => eligible({ excluded_segments: ["volume_buyer"] })],
        ["credit_blocked", async () => [await company({ credit: "blocked" }), await eligible({ credit: { watch: "person", blocked: "decline" } })]],
        ["not_eligible", () => eligible({ never_products: [`product:${ground().articles.cylinder.product_id}`] })],
        ["not_eligible", () => eligible({ only_products: [`product:${ground().articles.valve.product_id}`] })],
      ]
      const said: string[] = []
      for (const [reason, prepare] of reasons) {
        await prepare()
        const { id, display_id: _number, created_at: _at, expires_at: _end, cart_id: _cart, lines, history, previous_id: _previous, ...rest } = await ask()
        expect(await stored(id)).toMatchObject({ status: "declined", reason_code: reason })
        said.push(JSON.stringify([rest, lines.map(({ id: _line, line_item_id: _item, ...line }) => line), history.map(({ kind, by }) => [kind, by])]))
        const { id: policyId } = (await admin().get(`${POLICIES}?status=active&limit=1`)).data.policies[0]
        await admin().post(`${POLICIES}/${policyId}/archive`, {})
        await company({ profitability: null, credit: null })
      }
      expect(new Set(said).size).toBe(1)
    })

    it("sends a segment that no policy is for to a person: kept out is only who a policy names", async () => {
      for (const { id } of (await admin().get(`${POLICIES}?status=active&limit=50`)).data.policies) await admin().post(`${POLICIES}/${id}/archive`, {})
      await policy({ eligibility: { ...NO_ELIGIBILITY_RULES, excluded_segments: ["volume_buyer"] } }, ["deal_optimiser"])
      expect(await stored((await ask()).id)).toMatchObject({ status: "in_review", reason_code: "no_policy" })
      expect(await stored((await ask(110, 2_000, as.ingrid())).id)).toMatchObject({ status: "awaiting_buyer" })
    })

    it("sends a class that nobody has set to a person, and a company on watch where the policy says so", async () => {
      await eligible({ growth: ["growing"], credit: { watch: "person", blocked: "decline" } })

      expect(await stored((await ask()).id)).toMatchObject({ status: "in_review", reason_code: "class_missing" })
      await company({ growth: "growing", credit: "watch" })
      expect(await stored((await ask()).id)).toMatchObject({ status: "in_review", reason_code: "credit_watch" })
      await company({ credit: "good" })
      expect((await ask()).status).toBe("awaiting_buyer")
    })

    it("publishes no ladder to whom it says no", async () => {
      await policy({ initiation: "threshold", eligibility: { ...NO_ELIGIBILITY_RULES, profitability: ["a"] } })
      const query = `/store/price-ladders?variant_id=${ground().articles.cylinder.variant_id}&quantity=2000&region_id=${ground().regions.usd}`
      const shown = async () => (await as.anna().get(query)).data.ladders[0]

      await company({ profitability: "a" })
      expect(await shown()).toMatchObject({ negotiable: true, reason_code: null, next_threshold: { min_quantity: expect.any(Number) } })
      await company({ profitability: "c" })
      expect(await shown()).toMatchObject({ negotiable: false, reason_code: "not_eligible", thresholds: [] })
    })
  })

  describe("strategies", () => {
    it("answer each segment with its own aim", async () => {
      await policy({
        strategies: [
          { name: "Trades only", segments: ["deal_optimiser"], objective: "margin", terms: {} },
          { name: "Grow", segments: ["volume_buyer"], objective: "growth", terms: { rounds: 2 } },
        ],
      })
      const kinds = (negotiation: { offer: { options: { kind: string; lines: { quantity: number; unit_price: number }[] }[] } | null }) =>
        (negotiation.offer?.options ?? []).map(({ kind, lines }) => `${kind} ${lines[0]?.quantity} @ ${lines[0]?.unit_price}`)

      const acme = await ask()
      const borealis = await askFirst(as.ingrid(), await cart(as.ingrid(), cylinders(1_000)), 110)
      const solo = await askFirst(as.solo(), await cart(as.solo(), cylinders()), 110)

      expect(kinds(solo)).toEqual(["volume 4000 @ 110", "counter 2000 @ 118"])
      // Half the gain kept: fewer extra pieces for the same price. No free concession: a trade, nothing else.
      expect(kinds(acme)).toEqual(["volume 3500 @ 110", "counter 2000 @ 118"])
      expect(kinds(borealis)).toEqual([expect.stringMatching(/^volume/)])
      expect([acme.rounds_left, solo.rounds_left]).toEqual([1, 3])
    })
  })

  describe("the validator", () => {
    it("names the place of what can't work, at making, changing and putting into use", async () => {
      const bad = { routing: [rule("All", "rep", {}), rule("Deep", "director", { depth_from: 0.2 })] }
      const id = await policy({})

      expect(problems(await admin().post(POLICIES, body(bad, [], 3_000)))).toEqual([400, "policy_invalid", ["routing[1].when"]])
      expect(problems(await admin().post(`${POLICIES}/${id}/versions`, { terms: { ...GOLDEN_TERMS, ...bad } }))).toEqual([400, "policy_invalid", ["routing[1].when"]])
      const service = container().resolve("negotiation") as { updateNegotiationPolicyVersions(input: { selector: object; data: object }): Promise<unknown> }
      await service.updateNegotiationPolicyVersions({ selector: { policy_id: id, version: 1 }, data: { terms: { ...GOLDEN_TERMS, ...bad } } })
      expect(problems(await admin().post(`${POLICIES}/${id}/activate`, {}))).toEqual([400, "policy_invalid", ["routing[1].when"]])
    })

    it("looks at rules and strategies of the segments the policy is for, at making, changing and putting into use", async () => {
      const tin = {
        routing: [rule("Tin", "rep", { segments: ["tin"] })],
        strategies: [{ name: "Tin", segments: ["tin"], objective: "margin" as const, terms: {} }],
      }
      const places = ["strategies[0].segments", "routing[0].when.segments"]
      const id = await policy({}, ["gold"])

      expect(problems(await admin().post(POLICIES, body(tin, ["gold"], 3_000)))).toEqual([400, "policy_invalid", places])
      expect(problems(await admin().post(`${POLICIES}/${id}/versions`, { terms: { ...GOLDEN_TERMS, ...tin } }))).toEqual([400, "policy_invalid", places])
      const service = container().resolve("negotiation") as { updateNegotiationPolicyVersions(input: { selector: object; data: object }): Promise<unknown> }
      await service.updateNegotiationPolicyVersions({ selector: { policy_id: id, version: 1 }, data: { terms: { ...GOLDEN_TERMS, ...tin } } })
      expect(problems(await admin().post(`${POLICIES}/${id}/activate`, {}))).toEqual([400, "policy_invalid", places])
      expect((await admin().post(POLICIES, body(tin, ["gold", "tin"], 3_001))).status).toBe(201)
    })

    it("refuses two active policies for one segment with one priority, and names the other", async () => {
      await policy({}, ["gold", "silver"])
      const twin = await admin().post(POLICIES, { ...body({}, ["silver"]), name: "Twin" })
      expect(problems(twin)).toEqual([400, "policy_invalid", ["priority"]])
      expect(twin.data.message).toMatch(/“Policy 2000” already answers for “silver” with priority 2000/)
      // A named segment goes before everybody: these two can be told apart.
      const everyone = await policy({})
      expect(problems(await admin().post(POLICIES, { ...body({}), name: "Twin" }))[2]).toEqual(["priority"])

      await admin().post(`${POLICIES}/${everyone}/archive`, {})
      const next = await policy({})
      expect(problems(await admin().post(`${POLICIES}/${everyone}/activate`, {}))[2]).toEqual(["priority"])
      await admin().post(`${POLICIES}/${next}/archive`, {})
      expect((await admin().post(`${POLICIES}/${everyone}/activate`, {})).status).toBe(200)
    })

    it("lets one of two twins made at once through", async () => {
      const both = await Promise.all(["A", "B"].map((name) => admin().post(POLICIES, { ...body({}, ["gold"]), name })))
      expect(both.map(({ status }) => status).sort()).toEqual([201, 400])
    })

    it("knows the store's payment terms", async () => {
      const levers = { ...GOLDEN_TERMS.levers, payment: { ...GOLDEN_TERMS.levers.payment, terms: ["prepay", "net_never"] } }
      const refused = await admin().post(POLICIES, body({ levers }))
      expect(problems(refused)).toEqual([400, "policy_invalid", ["levers.payment.terms[1]"]])
      expect(refused.data.details.problems[0].message).toMatch(/prepay/)
    })

    it("counts articles whose floor is over the list price: some are said, all are refused", async () => {
      // Costs of 80 on 120 and 46 on 75, in three currencies.
      const some = await admin().post(POLICIES, body({ minimum_margin: 0.35 }))
      expect([some.status, some.data.warnings]).toEqual([201, [{ path: "minimum_margin", message: expect.stringMatching(/2 of 6 articles/) }]])
      expect(problems(await admin().post(POLICIES, body({ minimum_margin: 0.9 }, [], 3_000)))).toEqual([400, "policy_invalid", ["minimum_margin"]])
    })
  })

  describe("trying a policy", () => {
    const lines = [{ list_unit_price: 120, unit_cost: 80, quantity: 2_000, target_unit_price: 110 }]

    it("answers as the engine would, with menu and trace, and stores nothing", async () => {
      const id = await policy({ routing: [rule("Deep", "director", { depth_from: 0.2 }, 4)] })
      const before = (await truth().rows("negotiation_event")).length

      const counter = await admin().post(`${POLICIES}/${id}/simulate`, { lines })
      const routed = await admin().post(`${POLICIES}/${id}/simulate`, { lines: [{ ...lines[0], target_unit_price: 90 }] })

      expect(counter.status).toBe(200)
      const said = simulationSchema.parse(counter.data.simulation)
      expect(said).toMatchObject({ answer: "counter", strategy: null, route: null })
      expect(said.menu.map(({ kind, lines: [line], contribution }) => [kind, line?.quantity, line?.unit_price, contribution])).toEqual([
        ["volume", 4_000, 110, 120_000], ["counter", 2_000, 118, 76_000],
      ])
      expect(said.lines[0]?.trace.length).toBeGreaterThan(5)
      expect(simulationSchema.parse(routed.data.simulation)).toMatchObject({ answer: "person", reason_code: "routing_rule", route: { level: "director", sla_hours: 4, rule: "Deep" } })
      expect([(await truth().rows("negotiation_event")).length, (await truth().rows("negotiation")).length]).toEqual([before, 0])
    })

    it("tries terms that are not saved, for a company of a segment, and names what can't work in them", async () => {
      const id = await policy({})
      const terms = { ...GOLDEN_TERMS, strategies: [{ name: "Trades only", segments: ["gold"], objective: "margin", terms: {} }] }

      const tried = await admin().post(`${POLICIES}/${id}/simulate`, { terms, company: { segment: "gold" }, lines: [{ ...lines[0], quantity: 1_000 }] })
      const bad = await admin().post(`${POLICIES}/${id}/simulate`, { terms: { ...GOLDEN_TERMS, opening_concession: 0.9 }, lines })

      expect(simulationSchema.parse(tried.data.simulation)).toMatchObject({ strategy: "Trades only", menu: [{ kind: "volume" }] })
      expect(problems(bad)).toEqual([400, "policy_invalid", ["opening_concession"]])
      expect((await admin().post(`${POLICIES}/${id}/simulate`, {})).status).toBe(400)
      expect((await admin().post(`${POLICIES}/npol_none/simulate`, { lines })).status).toBe(404)
      expect((await as.anna().post(`${POLICIES}/${id}/simulate`, { lines })).status).toBe(401)
    })
  })
})
