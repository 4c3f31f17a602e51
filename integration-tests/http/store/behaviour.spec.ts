import { errorBodySchema } from "../../../src/contract"
import { storeTest } from "../../setup/store-test"
import { askFirst } from "./ask"

const PATH = "/store/negotiation-events"

storeTest(({ as, cart, ground, people, truth }) => {
  const asked = async () => askFirst(as.anna(), await cart(as.anna(), [{ article: ground().articles.cylinder, quantity: 2_000 }]), 110)
  const events = () => truth().rows("negotiation_behaviour_event")

  it("keeps what a buyer did, for the company and without the person", async () => {
    const { id } = await asked()
    const variant_id = ground().articles.cylinder.variant_id
    const said = [
      { name: "ladder_seen", variant_id },
      { name: "panel_opened", negotiation_id: id },
      { name: "option_viewed", negotiation_id: id, option_kind: "volume" },
      { name: "guide_used", negotiation_id: id },
      { name: "abandoned", stage: "ask" },
    ]
    for (const event of said) {
      const answer = await as.anna().post(PATH, event)
      expect([answer.status, answer.data.event.id]).toEqual([201, expect.stringMatching(/^nbev_/)])
    }
    const rows = await events()
    expect(rows).toHaveLength(said.length)
    for (const event of said) expect(rows).toContainEqual(expect.objectContaining({ ...event, company_id: people().acme.id, rating: null, comment: null }))
    expect(JSON.stringify(rows)).not.toContain(people().acme.buyers[0].id)
  })

  it("a case has one rating a buyer, the last one, and keeps the remark", async () => {
    const { id } = await asked()
    const rate = (rating: number, comment?: string) => as.anna().post(PATH, { name: "feedback", negotiation_id: id, rating, ...(comment ? { comment } : {}) })
    const [first, second, third] = [await rate(2), await rate(4, "  Quick, and fair  "), await rate(5)]
    expect(new Set([first, second, third].map(({ data }) => data.event.id)).size).toBe(1)
    expect(await events()).toEqual([expect.objectContaining({ name: "feedback", negotiation_id: id, rating: 5, comment: "Quick, and fair" })])
  })

  it("the same key counts once, also at once, and never for another body", async () => {
    const send = (key: string, body: object = { name: "panel_opened" }, who = as.anna()) => who.post(PATH, body, { "idempotency-key": key })
    const answers = await Promise.all([send("key-1"), send("key-1"), send("key-1")])
    for (const { status, data } of [...answers, await send("key-1")]) expect([status, data]).toEqual([201, answers[0]?.data])
    expect((await send("key-2")).data).not.toEqual(answers[0]?.data)
    const mismatch = await send("key-1", { name: "abandoned", stage: "ask" })
    expect([mismatch.status, mismatch.data.code]).toEqual([422, "idempotency_mismatch"])
    expect((await send("key-1", { name: "panel_opened" }, as.tom())).data).not.toEqual(answers[0]?.data)
    expect(await events()).toHaveLength(3)

    const refused = { name: "panel_opened", negotiation_id: "neg_missing" }
    expect([(await send("key-3", refused)).status, (await send("key-3", refused)).status]).toEqual([404, 404])
    expect((await send("key-3")).status).toBe(201)
  })

  it("refuses what is no event, somebody else's case, and guests, and keeps nothing of it", async () => {
    const { id } = await asked()
    const bad = [
      {}, { name: "clicked" }, { name: "feedback", negotiation_id: id, rating: 6 }, { name: "feedback", negotiation_id: id, rating: 4.5 },
      { name: "feedback", rating: 4 }, { name: "panel_opened", comment: "my name is Anna" }, { name: "feedback", negotiation_id: id, rating: 4, comment: "x".repeat(501) },
      { name: "option_viewed", negotiation_id: id, option_kind: "gift" },
    ]
    for (const body of bad) {
      const answer = await as.anna().post(PATH, body)
      expect([body, answer.status, errorBodySchema.parse(answer.data).code]).toEqual([body, 400, "invalid_data"])
    }
    const foreign = await Promise.all([as.tom(), as.ingrid()].map((who) => who.post(PATH, { name: "panel_opened", negotiation_id: id })))
    const missing = await as.anna().post(PATH, { name: "panel_opened", negotiation_id: "neg_missing" })
    for (const answer of [...foreign, missing]) expect([answer.status, answer.data]).toEqual([404, { type: "not_found", code: "not_found", message: "Not found" }])
    expect((await as.guest().post(PATH, { name: "panel_opened" })).status).toBe(401)
    expect(await events()).toEqual([])
  })

  it("sixty reports a minute, and everything else goes on", async () => {
    // Two minutes' worth and one more: however the minute falls, one of them is over the limit.
    const answers = await Promise.all(Array.from({ length: 121 }, () => as.anna().post(PATH, { name: "panel_opened" })))
    const refused = answers.filter(({ status }) => status === 429)
    expect(refused.length).toBeGreaterThan(0)
    expect(errorBodySchema.parse(refused[0]?.data)).toMatchObject({ code: "rate_limited", details: { retry_after: expect.any(Number) } })
    expect((await as.anna().get("/store/negotiations")).status).toBe(200)
    expect((await as.ingrid().post(PATH, { name: "panel_opened" })).status).toBe(201)
  })
})
