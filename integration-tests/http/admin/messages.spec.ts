import { adminNegotiationSchema, errorBodySchema, storeFileSchema } from "../../../src/contract"
import { listen } from "../../setup/event-stream"
import { storeTest } from "../../setup/store-test"
import { until } from "../../setup/until"
import { acceptOption, askFirst, negotiationOf } from "../store/ask"

const PDF = Buffer.from("%PDF-1.7\nData sheet.\n%%EOF\n")
const WORDS = "We can deliver in two parts. Would that help?"

storeTest(({ as, cart, ground, people, truth }) => {
  const path = (id: string, part: string) => `/admin/negotiations/${id}/${part}`
  const asked = async () => askFirst(as.anna(), await cart(as.anna(), [{ article: ground().articles.cylinder, quantity: 2_000 }]), 110)
  const write = (id: string, body: unknown) => as.admin().post(path(id, "messages"), body)
  const refusal = (answer: { status: number; data: unknown }) => [answer.status, errorBodySchema.parse(answer.data).code]
  const seen = async (id: string) => negotiationOf(await as.anna().get(`/store/negotiations/${id}`), 200)

  it("a rep's words reach the buyer at once, over the stream and by asking, whosever turn it is, and move nothing", async () => {
    const before = await asked()
    expect(before).toMatchObject({ status: "awaiting_buyer", turn: "buyer", version: 1 })
    const stream = await listen(as.anna(), before.id)
    await until("the first event", () => stream.events().length === 1)

    const answer = await write(before.id, { message: WORDS, line_id: before.lines[0]?.id })
    expect(answer.status).toBe(201)
    const written = adminNegotiationSchema.parse(answer.data.negotiation)
    expect(written).toMatchObject({ version: 1, status: "awaiting_buyer", messages: [{ by: "seller", message: WORDS }], notes: [] })
    expect(written.history.at(-1)).toMatchObject({ kind: "message", by: "seller", actor_id: people().admin.id, message: WORDS, status_before: "awaiting_buyer", status_after: "awaiting_buyer" })

    await until("the message", () => stream.events().length === 2)
    stream.close()
    expect(stream.events()[1]?.negotiation).toMatchObject({ version: 1, messages: [{ by: "seller", message: WORDS }] })
    expect(await seen(before.id)).toEqual({ ...before, messages: [{ id: expect.any(String), at: expect.any(String), by: "seller", message: WORDS }] })
    expect(await truth().row("negotiation_message", { negotiation_id: before.id })).toMatchObject({ line_id: before.lines[0]?.id, author_id: people().admin.id, internal: false })
    // The version the buyer saw still answers.
    expect(await acceptOption(as.anna(), before, "volume")).toMatchObject({ status: "agreed" })
    expect((await write(before.id, { message: "Thank you" })).status).toBe(201)
  })

  it("carries files the buyer's company may read, and nobody else's", async () => {
    const { id } = await asked()
    const body = new FormData()
    body.append("file", new Blob([new Uint8Array(PDF)]), "Data sheet.pdf")
    const sent = await as.admin().post(path(id, "files"), body)
    expect(sent.status).toBe(201)
    const file = storeFileSchema.parse(sent.data.file)
    expect((await write(id, { message: "See page 1", file_ids: [file.id] })).status).toBe(201)
    expect((await seen(id)).messages).toMatchObject([{ by: "seller", message: "See page 1", files: [file] }])
    const read = await as.anna().open(`/store/negotiation-files/${file.id}`)
    const parts: Buffer[] = []
    for await (const part of read.data) parts.push(part as Buffer)
    expect([read.status, Buffer.concat(parts)]).toEqual([200, PDF])
    const others = await Promise.all([as.ingrid(), as.solo()].map(async (who) => (await who.open(`/store/negotiation-files/${file.id}`)).status))
    expect(others).toEqual([404, 404])

    const theirs = new FormData()
    theirs.append("file", new Blob([new Uint8Array(PDF)]), "theirs.pdf")
    const foreign = (await as.ingrid().post("/store/negotiation-files", theirs)).data.file
    for (const file_id of [foreign.id, "natt_missing"]) expect(refusal(await write(id, { message: "See here", file_ids: [file_id] }))).toEqual([400, "unknown_file"])
    expect((await seen(id)).messages).toHaveLength(1)
  })

  it("leaves no file for a buyer who has left the company, and says why", async () => {
    const { id } = await asked()
    const { acme } = people()
    expect((await as.admin().post(`/admin/customer-groups/${acme.customer_group_id}/customers`, { remove: [acme.buyers[0].id] })).status).toBe(200)
    const body = new FormData()
    body.append("file", new Blob([new Uint8Array(PDF)]), "Data sheet.pdf")
    const answer = await as.admin().post(path(id, "files"), body)
    expect([answer.status, errorBodySchema.parse(answer.data)]).toMatchObject([400, { code: "not_negotiable", details: { reason: "buyer_left" } }])
    expect(await truth().rows("negotiation_attachment")).toEqual([])
  })

  it("refuses what is no message, a line of no case, a case that is over or not there, and strangers, and keeps nothing of it", async () => {
    const { id, version } = await asked()
    const bad = [{}, { message: "  " }, { message: "x".repeat(2_001) }, { message: 1 }, { message: "a", note: "b" }, { message: "a", version: 1 }, { message: "a", file_ids: [] }]
    for (const body of bad) expect([body, ...refusal(await write(id, body))]).toEqual([body, 400, "invalid_data"])
    expect(refusal(await write(id, { message: "Hello", line_id: "nline_missing" }))).toEqual([400, "unknown_line"])
    for (const missing of ["neg_missing", "no id"]) expect(refusal(await write(encodeURIComponent(missing), { message: "Hello" }))).toEqual([404, "not_found"])
    expect((await as.anna().post(path(id, "messages"), { message: "Hello" })).status).toBe(401)
    await as.anna().post(`/store/negotiations/${id}/withdraw`, { version })
    expect(refusal(await write(id, { message: "Hello" }))).toEqual([409, "already_ended"])
    expect(await truth().rows("negotiation_message")).toEqual([])
  })
})
