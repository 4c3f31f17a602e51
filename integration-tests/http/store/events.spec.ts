import { NEGOTIATION_MODULE, type NegotiationModuleService } from "../../../src/modules/negotiation"
import { listen, type Listening } from "../../setup/event-stream"
import { storeTest } from "../../setup/store-test"
import { until } from "../../setup/until"
import { askFirst } from "./ask"

const DECISION = { reason_code: "strategic_customer", note: "They open the north for us" }
const SECRETS = ["\"cost", "unit_cost", "floor", "margin", "policy", "beta", "trace", "note", "94.12"]

storeTest(({ as, cart, container, ground, truth }) => {
  const listening: Listening[] = []
  const open = async (...args: Parameters<typeof listen>) => {
    const one = await listen(...args)
    listening.push(one)
    return one
  }
  afterEach(() => listening.splice(0).forEach((each) => each.close()))

  const asked = async () => askFirst(as.anna(), await cart(as.anna(), [{ article: ground().articles.cylinder, quantity: 2_000 }]), 110)
  async function inReview() {
    const negotiation = await asked()
    return (await as.anna().post(`/store/negotiations/${negotiation.id}/ask-person`, { version: negotiation.version })).data.negotiation
  }
  const decline = (id: string, version: number) => as.admin().post(`/admin/negotiations/${id}/decline`, { version, ...DECISION })

  it("tells the case at the start, every change while a person decides, and ends with it", async () => {
    const { id, version } = await inReview()
    const stream = await open(as.anna(), id, { "accept-language": "de" })
    expect(stream.status).toBe(200)
    expect(stream.headers).toMatchObject({ "content-type": "text/event-stream; charset=utf-8", "cache-control": "private, no-store, no-transform", "x-accel-buffering": "no" })
    await until("the first event", () => stream.events().length === 1)
    expect(stream.text()).toMatch(/^retry: \d+\n\n/)
    expect(stream.events()[0]).toMatchObject({ event: "negotiation", negotiation: { id, version, status: "in_review" } })
    expect(stream.events()[0]?.negotiation.offer?.options[0]?.headline).toContain("Stück")

    const line_id = stream.events()[0]?.negotiation.lines[0]?.id
    const countered = await as.admin().post(`/admin/negotiations/${id}/counter`, { version, ...DECISION, lines: [{ line_id, unit_price: 112, quantity: 2_000 }] })
    expect(countered.status).toBe(200)
    await until("the counter", () => stream.events().length === 2)
    expect(stream.events()[1]?.negotiation).toMatchObject({ version: version + 1, status: "awaiting_buyer", offer: { origin: "person" } })
    expect(stream.ended()).toBe(false)

    await as.anna().post(`/store/negotiations/${id}/withdraw`, { version: version + 1 })
    await until("the end", stream.ended)
    expect(stream.events().map(({ negotiation }) => negotiation.status)).toEqual(["in_review", "awaiting_buyer", "withdrawn"])
    for (const word of SECRETS) expect(stream.text()).not.toContain(word)
  })

  it("hears of messages and of an offer that runs out, which raise no version", async () => {
    const { id } = await asked()
    const stream = await open(as.anna(), id)
    await until("the first event", () => stream.events().length === 1)
    await as.anna().post(`/store/negotiations/${id}/messages`, { message: "Is anybody there?" })
    await until("the message", () => stream.events().length === 2)
    expect(stream.events()[1]?.negotiation.messages).toMatchObject([{ by: "buyer", message: "Is anybody there?" }])
    const offer = await truth().row("negotiation_offer", { negotiation_id: id, status: "standing" })
    const service = container().resolve<NegotiationModuleService>(NEGOTIATION_MODULE)
    await service.updateNegotiationOffers({ id: offer.id, expires_at: new Date(Date.now() - 1_000) })
    await until("the offer to go", () => stream.events().length === 3)
    expect(stream.events()[2]?.negotiation).toMatchObject({ version: 1, offer: null })
  })

  it("says nothing twice to who comes back, and what was missed at once", async () => {
    const { id, version } = await inReview()
    const first = await open(as.anna(), id)
    await until("the first event", () => first.events().length === 1)
    const seen = first.events()[0]?.id ?? ""
    first.close()
    const again = await open(as.anna(), id, { "last-event-id": seen })
    await decline(id, version)
    await until("the end", again.ended)
    expect(again.events().map(({ negotiation }) => negotiation.status)).toEqual(["declined"])

    const missed = await open(as.anna(), id, { "last-event-id": seen })
    await until("the end", missed.ended)
    expect(missed.events()).toHaveLength(1)
    const over = await open(as.anna(), id, { "last-event-id": missed.events()[0]?.id ?? "" })
    expect(over.status).toBe(204)
  })

  it("is its owner's: a colleague, a stranger and a missing case get the same bytes, a guest is asked to log in", async () => {
    const { id } = await asked()
    const answers = await Promise.all([listen(as.tom(), id), listen(as.ingrid(), id), listen(as.anna(), "neg_missing")])
    await until("the answers", () => answers.every((each) => each.ended()))
    expect(answers.map((each) => [each.status, each.text()])).toEqual(answers.map(() => [404, JSON.stringify({ type: "not_found", code: "not_found", message: "Not found" })]))
    const guest = await listen(as.guest(), id)
    expect(guest.status).toBe(401)
  })

  it("four streams a customer, and a closed one makes room", async () => {
    const { id } = await asked()
    const streams = []
    for (let count = 0; count < 4; count += 1) streams.push(await open(as.anna(), id))
    expect(streams.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    const fifth = await listen(as.anna(), id)
    await until("the refusal", fifth.ended)
    expect([fifth.status, JSON.parse(fifth.text()).code]).toEqual([429, "rate_limited"])
    const others = await askFirst(as.ingrid(), await cart(as.ingrid(), [{ article: ground().articles.cylinder, quantity: 2_000 }]), 110)
    expect((await open(as.ingrid(), others.id)).status).toBe(200)
    streams[0]?.close()
    await until("room", async () => (await open(as.anna(), id)).status === 200)
  })

  it("shows signs of life while nothing happens", async () => {
    const { id } = await asked()
    const stream = await open(as.anna(), id)
    await until("a heartbeat", () => /^:/m.test(stream.text()))
    expect(stream.events()).toHaveLength(1)
  })
})
