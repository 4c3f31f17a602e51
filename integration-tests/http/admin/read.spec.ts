import { adminNegotiationRowSchema, adminNegotiationSchema, errorBodySchema, metricsAnswerSchema } from "../../../src/contract"
import { NEGOTIATION_MODULE } from "../../../src/modules/negotiation"
import { seedCase, type Service } from "../../modules/query-data"
import { storeTest } from "../../setup/store-test"

storeTest(({ as, container, people }) => {
  let service: Service
  const get = (path: string) => as.admin().get(path)

  beforeEach(() => {
    service = container().resolve<Service>(NEGOTIATION_MODULE)
  })

  it("asks who is there on every route", async () => {
    const paths = [
      "negotiations", "negotiations/neg_1", "negotiation-metrics", "negotiation-policies", "negotiation-policies/npol_1",
      "negotiation-costs", "negotiation-companies", "negotiation-companies/ncom_1", "negotiation-agreements",
    ]
    for (const path of paths) {
      const answer = await as.guest().get(`/admin/${path}`)
      expect([path, answer.status]).toEqual([path, 401])
    }
  })

  it("lists the queue page by page, with its filters", async () => {
    const mine = await seedCase(service, { assigned_to: people().admin.id })
    const nobodys = await seedCase(service, { company_name: "Globex" })
    await seedCase(service, { assigned_to: "user_other", status: "declined" })

    const all = await get("/admin/negotiations?limit=2")
    const ids = async (query: string) => (await get(`/admin/negotiations?${query}`)).data.negotiations.map((row: { id: string }) => row.id)

    expect(all.data).toMatchObject({ count: 3, offset: 0, limit: 2 })
    expect(all.data.negotiations).toHaveLength(2)
    for (const row of all.data.negotiations) adminNegotiationRowSchema.parse(row)
    expect(await ids("assigned_to=me")).toEqual([mine.id])
    expect(await ids("assigned_to=none")).toEqual([nobodys.id])
    expect(await ids("status=in_review,awaiting_buyer&order=created_at")).toEqual([mine.id, nobodys.id])
    expect(await ids("q=glob")).toEqual([nobodys.id])
  })

  it("refuses a queue asked for with words it doesn't know", async () => {
    const queries = [
      "status=open", "status=", "limit=0", "limit=1000", "offset=-1", "order=name", "value_min=x", "overdue=maybe", "unknown=1",
    ]
    for (const query of queries) {
      const answer = await get(`/admin/negotiations?${query}`)
      expect([query, answer.status]).toEqual([query, 400])
      expect(errorBodySchema.parse(answer.data)).toMatchObject({ type: "invalid_data", code: "invalid_data" })
    }
  })

  it("answers one case in the contract's shape, and 404 for none", async () => {
    const { id } = await seedCase(service, { status: "agreed", lines: [{ agreed: { quantity: 20, unit_price: 8 } }, { cost: null }] })
    await service.createNegotiationMessages({ negotiation_id: id, author_type: "seller", author_id: people().admin.id, internal: true, text: "Call first" })
    await service.createNegotiationEvents({
      negotiation_id: id, actor_type: "system", kind: "escalated", lines: [] as unknown as Record<string, unknown>, note: "inside", reason_code: "cost_missing",
    })

    const answer = await get(`/admin/negotiations/${id}`)
    const missing = await get("/admin/negotiations/neg_none")

    expect(adminNegotiationSchema.parse(answer.data.negotiation)).toMatchObject({
      status: "agreed",
      turn: null,
      lines: [{ cost: 6, margin: 0.333333, current_margin: 0.4 }, { cost: null, margin: null }],
      notes: [{ note: "Call first", author_id: people().admin.id }],
      messages: [],
      history: [{ kind: "escalated", by: "system", note: "inside", reason_code: "cost_missing" }],
      agreement: { lines: [{ min_quantity: 20, unit_price: 8 }] },
      profile: { negotiations: 1, agreed: 1, average_concession: 0.2 },
    })
    expect(missing.status).toBe(404)
    expect(errorBodySchema.parse(missing.data).code).toBe("not_found")
  })

  it("answers figures of the running and the eleven weeks before, and of a period asked for", async () => {
    await seedCase(service, { currency: "eur" })

    const usual = metricsAnswerSchema.parse((await get("/admin/negotiation-metrics")).data)
    const asked = metricsAnswerSchema.parse((await get("/admin/negotiation-metrics?currency_code=usd&from=2026-01-01&to=2026-01-31")).data)

    expect(usual).toMatchObject({ currency_code: "eur", currencies: ["eur"], total: { requests: 1 } })
    expect(usual.weeks).toHaveLength(12)
    expect(asked).toMatchObject({ currency_code: "usd", from: "2026-01-01", to: "2026-01-31", total: { requests: 0 } })
    expect(asked.weeks).toHaveLength(5)
  })

  it("refuses figures of an impossible period or currency", async () => {
    for (const query of ["from=2026-02-01&to=2026-01-01", "from=yesterday", "currency_code=USD", "from=2001-01-01&to=2026-01-01"]) {
      const answer = await get(`/admin/negotiation-metrics?${query}`)
      expect([query, answer.status]).toEqual([query, 400])
      errorBodySchema.parse(answer.data)
    }
  })
})
