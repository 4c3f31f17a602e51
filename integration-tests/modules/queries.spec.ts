import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { adminNegotiationRowSchema, metricsAnswerSchema } from "../../src/contract"
import { NEGOTIATION_MODULE } from "../../src/modules/negotiation"
import type { QueueQuery } from "../../src/modules/negotiation/queries"
import { seedCase, seedOffer, type Service } from "./query-data"

/** Ratings are another module's: the route adds them. */
const caseMetricsSchema = metricsAnswerSchema.omit({ ratings: true })
const NOW = new Date("2026-07-01T12:00:00.000Z")
const JUNE = { from: "2026-06-01", to: "2026-06-28", fallback_currency_code: "usd" }
const NOTHING = {
  requests: 0,
  automatic_share: null,
  win_rate: null,
  closed: 0,
  agreed: 0,
  median_hours_to_close: null,
  concession: null,
  margin_kept: null,
  without_cost: 0,
}

moduleIntegrationTestRunner<Service>({
  moduleName: NEGOTIATION_MODULE,
  resolve: `${process.cwd()}/src/modules/negotiation`,
  testSuite: ({ service }) => {
    const queue = async (query: Partial<QueueQuery> = {}) => {
      const answer = await service.queueRows({ order: "-created_at", limit: 20, offset: 0, ...query }, NOW)
      return { ...answer, ids: answer.rows.map((row) => row.id) }
    }

    describe("figures by week", () => {
      async function june(): Promise<void> {
        const story = { current: 120, target: 110, cost: 80, quantity: 2_000, agreed: { quantity: 4_000, unit_price: 110 } }
        const byPerson = { current: 50, target: 40, cost: 30, quantity: 100, agreed: { quantity: 100, unit_price: 45 } }
        const costless = { current: 10, target: 8, cost: null, quantity: 100, agreed: { quantity: 100, unit_price: 9 } }
        await seedCase(service, { status: "agreed", opened: "2026-06-01T00:00:00Z", closed: "2026-06-01T02:00:00Z", lines: [story] })
        await seedCase(service, {
          status: "ordered", touched: true, opened: "2026-06-02T10:00:00Z", closed: "2026-06-03T20:00:00Z", lines: [byPerson],
        })
        await seedCase(service, { status: "declined", touched: true, opened: "2026-06-07T23:59:59.999Z", closed: "2026-06-08T03:59:59.999Z" })
        await seedCase(service, { status: "withdrawn", opened: "2026-05-31T22:00:00Z", closed: "2026-06-01T06:00:00Z" })
        await seedCase(service, { status: "in_review", opened: "2026-06-22T00:00:00Z" })
        await seedCase(service, { status: "expired", opened: "2026-06-23T00:00:00Z", closed: "2026-06-23T10:00:00Z", lines: [costless] })
        await seedCase(service, {
          status: "withdrawn", reason_code: "superseded", opened: "2026-06-24T00:00:00Z", closed: "2026-06-24T01:00:00Z",
        })
        await seedCase(service, { status: "agreed", origin: "seller", opened: "2026-06-24T00:00:00Z", closed: "2026-06-24T01:00:00Z" })
      }

      it("measures each week on its own cases and keeps the empty ones", async () => {
        await june()

        const answer = caseMetricsSchema.parse(await service.metrics(JUNE, NOW))

        expect(answer.weeks.map((week) => week.week)).toEqual(["2026-06-01", "2026-06-08", "2026-06-15", "2026-06-22"])
        expect(answer.weeks[0]).toEqual({
          week: "2026-06-01",
          requests: 3,
          automatic_share: 0.333333,
          win_rate: 0.666667,
          closed: 3,
          agreed: 2,
          median_hours_to_close: 8,
          concession: 0.083505,
          margin_kept: 60_500,
          without_cost: 0,
        })
        expect(answer.weeks[1]).toEqual({ ...NOTHING, week: "2026-06-08", closed: 1, win_rate: 0, median_hours_to_close: 4 })
        expect(answer.weeks[2]).toEqual({ ...NOTHING, week: "2026-06-15" })
        expect(answer.weeks[3]).toEqual({
          week: "2026-06-22",
          requests: 3,
          automatic_share: 0.666667,
          win_rate: 1,
          closed: 1,
          agreed: 1,
          median_hours_to_close: 10,
          concession: 0.1,
          margin_kept: null,
          without_cost: 1,
        })
      })

      it("measures the total on the cases, not on the weeks", async () => {
        await june()

        const { total } = await service.metrics(JUNE, NOW)

        expect(total).toEqual({
          requests: 6,
          automatic_share: 0.5,
          win_rate: 0.6,
          closed: 5,
          agreed: 3,
          median_hours_to_close: 8,
          concession: 0.083539,
          margin_kept: 60_500,
          without_cost: 1,
        })
      })

      it("never adds up currencies, and answers in the busiest one unless told", async () => {
        const euro = { currency: "eur", status: "declined", opened: "2026-06-10T00:00:00Z" }
        await seedCase(service, { ...euro, closed: "2026-06-10T01:00:00Z" })
        await seedCase(service, { ...euro, closed: "2026-06-10T04:00:00Z" })
        await seedCase(service, { currency: "usd", opened: "2026-06-11T00:00:00Z" })
        await seedCase(service, { currency: "gbp", opened: "2026-01-11T00:00:00Z" })

        const busiest = await service.metrics(JUNE, NOW)
        const dollars = await service.metrics({ ...JUNE, currency_code: "usd" }, NOW)

        expect(busiest).toMatchObject({ currency_code: "eur", currencies: ["eur", "gbp", "usd"] })
        expect(busiest.total).toMatchObject({ requests: 2, closed: 2, median_hours_to_close: 2.5 })
        expect(dollars.total).toMatchObject({ requests: 1, closed: 0, median_hours_to_close: null })
      })

      it("cuts a period in the middle of a week at its days, and shows the week", async () => {
        await seedCase(service, { opened: "2026-06-03T23:59:59.999Z" })
        await seedCase(service, { opened: "2026-06-04T00:00:00Z" })
        await seedCase(service, { opened: "2026-06-05T00:00:00Z" })

        const answer = await service.metrics({ ...JUNE, from: "2026-06-04", to: "2026-06-04" }, NOW)

        expect(answer.weeks).toEqual([expect.objectContaining({ week: "2026-06-01", requests: 1 })])
      })

      it("answers with nothing but zeros and nulls in an empty store", async () => {
        const answer = caseMetricsSchema.parse(await service.metrics({ ...JUNE, fallback_currency_code: "jpy" }, NOW))

        expect(answer).toMatchObject({ currency_code: "jpy", currencies: [], total: NOTHING })
      })

      it("takes the tax off a deal's prices that carry it before it counts what was kept", async () => {
        const lines = [{ current: 14.28, target: 9.52, tax_ppm: 190_000, agreed: { quantity: 10, unit_price: 11.9 } }]
        await seedCase(service, { status: "agreed", is_tax_inclusive: true, opened: "2026-06-03T00:00:00Z", closed: "2026-06-03T01:00:00Z", lines })

        expect((await service.metrics(JUNE, NOW)).total).toMatchObject({ agreed: 1, margin_kept: 20, without_cost: 0 })
      })

      it("leaves a deal out of the margin kept where one of its lines has no cost, and counts it", async () => {
        const agreed = { quantity: 10, unit_price: 9 }
        const closed = { status: "agreed", opened: "2026-06-03T00:00:00Z", closed: "2026-06-03T01:00:00Z" }
        await seedCase(service, { ...closed, lines: [{ target: 8, agreed }, { target: 8, cost: null, agreed }] })
        await seedCase(service, { ...closed, lines: [{ target: 7, agreed }] })

        expect((await service.metrics(JUNE, NOW)).total).toMatchObject({ agreed: 2, margin_kept: 20, without_cost: 1 })
      })

      it("counts a deal as won whatever became of its agreement", async () => {
        const lines = [{ agreed: { quantity: 10, unit_price: 9 } }]
        for (const status of ["agreed", "ordered", "expired", "revoked"]) {
          await seedCase(service, { status, reason_code: "superseded", opened: "2026-06-03T00:00:00Z", closed: "2026-06-03T01:00:00Z", lines })
        }
        await seedCase(service, { status: "expired", opened: "2026-06-03T00:00:00Z", closed: "2026-06-03T01:00:00Z" })

        expect((await service.metrics(JUNE, NOW)).total).toMatchObject({ closed: 5, agreed: 4, win_rate: 0.8 })
      })

      it("keeps to a segment", async () => {
        await seedCase(service, { segment: "gold", opened: "2026-06-03T00:00:00Z" })
        await seedCase(service, { segment: "base", opened: "2026-06-03T00:00:00Z" })

        expect((await service.metrics({ ...JUNE, segment: "gold" }, NOW)).total.requests).toBe(1)
      })
    })

    describe("the queue", () => {
      it("shows size, ask and margin of a case over all its lines", async () => {
        await seedCase(service, {
          lines: [
            { title: "Pump", quantity: 10, current: 100, target: 90, cost: 60 },
            { title: "Hose", quantity: 20, current: 10, target: 5, cost: 5 },
          ],
        })

        const { rows } = await queue()

        expect(adminNegotiationRowSchema.parse(rows[0])).toMatchObject({
          title: "Pump", line_count: 2, value: 1_200, asked_value: 1_000, ask_margin: 0.3, turn: "seller", overdue: false,
        })
      })

      it("claims no margin where a cost or the tax is unknown, and takes the tax off prices that carry it", async () => {
        await seedCase(service, { lines: [{ cost: 5 }, { cost: null }] })
        await seedCase(service, { is_tax_inclusive: true, lines: [{ target: 11.9, cost: 8, tax_ppm: 190_000 }] })
        await seedCase(service, { is_tax_inclusive: true, lines: [{ target: 10, cost: 8 }] })

        expect((await queue({ order: "created_at" })).rows.map((row) => row.ask_margin)).toEqual([null, 0.2, null])
      })

      it("filters by status, owner, lateness, segment, policy, company and value", async () => {
        const late = await seedCase(service, { sla_due_at: "2026-07-01T11:59:59Z", assigned_to: "user_1" })
        const due = await seedCase(service, { sla_due_at: "2026-07-01T12:00:01Z", segment: "gold" })
        const waiting = await seedCase(service, { status: "awaiting_buyer", policy_id: "npol_1", value: 5_000 })
        const ended = await seedCase(service, { status: "declined", company_id: "ncom_other", closed: "2026-06-30T00:00:00Z" })
        const all = [late.id, due.id, waiting.id, ended.id]
        const found = async (query: Partial<QueueQuery>) => (await queue(query)).ids.map((id) => all.indexOf(id)).sort()

        expect(await found({ statuses: ["in_review"] })).toEqual([0, 1])
        expect(await found({ statuses: ["awaiting_buyer", "declined"] })).toEqual([2, 3])
        expect(await found({ assigned_to: "user_1" })).toEqual([0])
        expect(await found({ assigned_to: null })).toEqual([1, 2, 3])
        expect(await found({ overdue: true })).toEqual([0])
        expect(await found({ overdue: false })).toEqual([1, 2, 3])
        expect(await found({ segment: "gold" })).toEqual([1])
        expect(await found({ policy_id: "npol_1" })).toEqual([2])
        expect(await found({ company_id: "ncom_other" })).toEqual([3])
        expect(await found({ value_min: 101 })).toEqual([2])
        expect(await found({ value_max: 100 })).toEqual([0, 1, 3])
      })

      it("finds a case by number, company, e-mail, title and SKU, and takes signs as they are", async () => {
        const pump = await seedCase(service, { company_name: "Globex", lines: [{}, { title: "Pump 50% off", sku: "PU_MP-1" }] })
        await seedCase(service, { customer_email: "jo@initech.test" })
        const count = async (q: string) => (await queue({ q })).count

        expect((await queue({ q: `#${pump.display_id}` })).ids).toEqual([pump.id])
        expect(await count("globex")).toBe(1)
        expect(await count("INITECH")).toBe(1)
        expect(await count("pump 50%")).toBe(1)
        expect(await count("u_mp")).toBe(1)
        expect(await count("%")).toBe(1)
        expect(await count("p__p")).toBe(0)
        expect(await count("' OR 1=1 --")).toBe(0)
        expect(await count("99999999999")).toBe(0)
        expect(await count("  ")).toBe(2)
      })

      it("orders and pages without losing or repeating a case", async () => {
        const values = [30, 10, 20, 20, 40]
        for (const value of values) await seedCase(service, { value })

        const first = await queue({ order: "-value", limit: 3 })
        const second = await queue({ order: "-value", limit: 3, offset: 3 })

        expect([...first.rows, ...second.rows].map((row) => row.value)).toEqual([40, 30, 20, 20, 10])
        expect(new Set([...first.ids, ...second.ids]).size).toBe(5)
        expect(first.count).toBe(5)
      })

      it("puts cases without a due time last, whichever way it is ordered", async () => {
        const open = await seedCase(service)
        await seedCase(service, { sla_due_at: "2026-07-02T00:00:00Z" })

        expect((await queue({ order: "sla_due_at" })).ids[1]).toBe(open.id)
        expect((await queue({ order: "-sla_due_at" })).ids[1]).toBe(open.id)
      })
    })

    describe("one case and its company", () => {
      it("holds lines, offer, trail, messages, agreement and company, and nothing of another case", async () => {
        const company = await service.createNegotiationCompanies({ key: "grp_1", customer_group_id: "grp_1", name: "Acme Inc", segment: "gold" })
        const { id } = await seedCase(service, {
          status: "agreed", company_id: company.id, lines: [{ title: "A", agreed: { quantity: 10, unit_price: 8.5 } }, { title: "B" }],
        })
        await seedCase(service, { company_id: company.id })
        const priced = [{ line_id: "l", variant_id: "v", quantity: 10, unit_price: 8.5 }]
        await seedOffer(service, id, [{ position: 0, kind: "counter", lines: priced, saving_total: 15, contribution: 25, margin_bps: 2_941 }])
        await service.createNegotiationEvents({
          negotiation_id: id, actor_type: "buyer", kind: "requested", round: 1, lines: priced as unknown as Record<string, unknown>, note: "inside",
        })
        await service.createNegotiationMessages({ negotiation_id: id, author_type: "seller", text: "for us", internal: true })

        const found = await service.caseForAdmin(id)

        expect(found).toMatchObject({
          company: { id: company.id, name: "Acme Inc", customer_group_id: "grp_1" },
          lines: [{ title: "A", current_unit_price: 10, unit_cost: 6 }, { title: "B" }],
          offer: { options: [{ kind: "counter", lines: priced, saving_total: 15, contribution: 25, margin_bps: 2_941 }] },
          events: [{ kind: "requested", lines: priced, note: "inside" }],
          messages: [{ text: "for us", internal: true }],
          agreement: { status: "active", lines: [{ min_quantity: 10, unit_price: 8.5, remaining_quantity: null }] },
        })
        expect(await service.caseForAdmin("neg_unknown")).toBeNull()
      })

      it("sums up a company's cases, every deal counting alike", async () => {
        const deal = (unit_price: number, quantity: number) => [{ current: 10, agreed: { quantity, unit_price } }]
        await seedCase(service, { status: "ordered", lines: deal(9, 1_000) })
        await seedCase(service, { status: "agreed", currency: "eur", lines: deal(7, 1) })
        await seedCase(service, { status: "declined" })
        await seedCase(service, { company_id: "ncom_other", status: "agreed", lines: deal(1, 1) })

        expect(await service.profileOf("ncom_acme")).toEqual({ negotiations: 3, agreed: 2, average_concession: 0.2 })
        expect(await service.profileOf("ncom_nobody")).toEqual({ negotiations: 0, agreed: 0, average_concession: null })
      })
    })
  },
})
