import { errorBodySchema, storeFileSchema, type StoreFile } from "../../../src/contract"
import { NEGOTIATION_MODULE, type NegotiationModuleService } from "../../../src/modules/negotiation"
import type { Client } from "../../setup/client"
import { storeTest } from "../../setup/store-test"
import { askFirst, negotiationOf } from "./ask"

const PATH = "/store/negotiation-files"
const PDF = Buffer.from("%PDF-1.7\nWe offer 110.\n%%EOF\n")
const NOT_FOUND = JSON.stringify({ type: "not_found", code: "not_found", message: "Not found" })

function form(content: Buffer, name: string, field = "file"): FormData {
  const body = new FormData()
  body.append(field, new Blob([new Uint8Array(content)], { type: "text/html" }), name)
  return body
}

storeTest(({ as, cart, container, ground, people, truth }) => {
  const send = (who: Client, content = PDF, name = "Rival's offer.pdf") => who.post(PATH, form(content, name))
  async function sent(who: Client, name?: string): Promise<StoreFile> {
    const answer = await send(who, PDF, name)
    expect(answer.status).toBe(201)
    return storeFileSchema.parse(answer.data.file)
  }
  async function read(who: Client, path: string) {
    const { status, data, headers } = await who.open(path)
    const parts: Buffer[] = []
    for await (const part of data) parts.push(part as Buffer)
    return { status, headers, content: Buffer.concat(parts) }
  }

  it("keeps a file for the buyer's company, by what it is and not by what it says", async () => {
    const file = await sent(as.anna(), "../../etc/Angebot „Ä“\u0007.html")
    expect(file).toMatchObject({ name: "Angebot „Ä“.html", type: "application/pdf", size: PDF.length })
    for (const who of [as.anna(), as.tom()]) {
      const { status, headers, content } = await read(who, `${PATH}/${file.id}`)
      expect([status, content]).toEqual([200, PDF])
      expect(headers).toMatchObject({ "content-type": "application/pdf", "x-content-type-options": "nosniff", "cache-control": "private, no-store" })
      expect(headers["content-disposition"]).toBe(`attachment; filename*=UTF-8''${encodeURIComponent("Angebot „Ä“.html")}`)
    }
    const refused = await Promise.all([read(as.ingrid(), `${PATH}/${file.id}`), read(as.solo(), `${PATH}/${file.id}`), read(as.anna(), `${PATH}/natt_missing`)])
    expect(refused.map(({ status, content }) => [status, content.toString()])).toEqual(refused.map(() => [404, NOT_FOUND]))
    expect((await read(as.guest(), `${PATH}/${file.id}`)).status).toBe(401)
    expect((await send(as.guest())).status).toBe(401)
    const { file_id } = await truth().row("negotiation_attachment", { id: file.id })
    expect(file_id).not.toContain("Angebot")
  })

  it("refuses other kinds, too much, and what is no file, and keeps nothing of it", async () => {
    const answers = [
      [await send(as.anna(), Buffer.from("<script>alert(1)</script>"), "offer.pdf"), 415, "file_type"],
      [await send(as.anna(), Buffer.alloc(0)), 415, "file_type"],
      [await send(as.anna(), Buffer.concat([PDF, Buffer.alloc(10_000_001 - PDF.length)])), 413, "file_too_large"],
      [await as.anna().post(PATH, form(PDF, "a.pdf", "other")), 400, "invalid_data"],
      [await as.anna().post(PATH, { file: "text" }), 400, "invalid_data"],
    ] as const
    for (const [answer, status, code] of answers) expect([answer.status, errorBodySchema.parse(answer.data).code]).toEqual([status, code])
    expect(await truth().rows("negotiation_attachment")).toEqual([])
    expect((await send(as.anna(), Buffer.concat([PDF, Buffer.alloc(10_000_000 - PDF.length)]))).status).toBe(201)
  })

  it("goes with a competing offer and with messages, and a rep opens it from the case", async () => {
    const [offer, note, loose] = [await sent(as.anna(), "offer.pdf"), await sent(as.tom(), "note.pdf"), await sent(as.anna(), "loose.pdf")]
    const basket = await cart(as.anna(), [{ article: ground().articles.cylinder, quantity: 2_000 }])
    const asked = await askFirst(as.anna(), basket, 110, { competing_offer: { competitor: "Rival", unit_price: 110, file_id: offer.id } })
    const answered = await as.anna().post(`/store/negotiations/${asked.id}/messages`, { message: "See page 2", file_ids: [note.id] })
    expect(negotiationOf(answered, 201).messages).toMatchObject([{ message: "See page 2", files: [note] }])

    const { negotiation } = (await as.admin().get(`/admin/negotiations/${asked.id}`)).data
    expect(negotiation.messages).toMatchObject([{ message: "See page 2", files: [note] }])
    expect(negotiation.files).toEqual([
      { ...offer, line_id: asked.lines[0]?.id, message_id: null },
      { ...note, line_id: null, message_id: negotiation.messages[0].id },
    ])
    const path = `/admin/negotiations/${asked.id}/files`
    expect(await read(as.admin(), `${path}/${offer.id}`)).toMatchObject({ status: 200, content: PDF })
    expect((await read(as.admin(), `${path}/${loose.id}`)).status).toBe(404)
    expect((await read(as.anna(), `${path}/${offer.id}`)).status).toBe(401)
    const named = (await truth().rows("negotiation_attachment")).filter(({ attached_at }) => attached_at !== null)
    expect(named.map(({ id }) => id).sort()).toEqual([offer.id, note.id].sort())
  })

  it("nobody names another company's file, or a missing one", async () => {
    const theirs = await sent(as.ingrid())
    const basket = await cart(as.anna(), [{ article: ground().articles.cylinder, quantity: 2_000 }])
    for (const file_id of [theirs.id, "natt_missing"]) {
      const line = { line_item_id: basket.items[0].id, target_unit_price: 110, competing_offer: { competitor: "Rival", unit_price: 110, file_id } }
      const answer = await as.anna().post("/store/price-requests", { cart_id: basket.id, lines: [line] })
      expect([answer.status, answer.data.code]).toEqual([400, "unknown_file"])
    }
    expect(await truth().rows("negotiation")).toEqual([])
    const asked = await askFirst(as.anna(), basket, 110)
    const answer = await as.anna().post(`/store/negotiations/${asked.id}/messages`, { message: "See here", file_ids: [theirs.id] })
    expect([answer.status, answer.data.code]).toEqual([400, "unknown_file"])
    expect(await truth().row("negotiation_attachment", { id: theirs.id })).toMatchObject({ attached_at: null })
  })

  it("sent again under its key a file is kept once, and another one is not taken for it", async () => {
    const keep = (content = PDF, name = "offer.pdf") => as.anna().post(PATH, form(content, name), { "idempotency-key": "file-1" })
    const answers = await Promise.all([keep(), keep()])
    for (const { status, data } of [...answers, await keep()]) expect([status, data]).toEqual([201, answers[0]?.data])
    for (const answer of [await keep(Buffer.concat([PDF, PDF])), await keep(PDF, "other.pdf")]) expect([answer.status, answer.data.code]).toEqual([422, "idempotency_mismatch"])
    expect(await truth().rows("negotiation_attachment")).toHaveLength(1)
  })

  it("the twenty-first file that nothing names is told when there is room again", async () => {
    const { acme } = people()
    const service = container().resolve<NegotiationModuleService>(NEGOTIATION_MODULE)
    const lying = { owner_key: acme.customer_group_id, customer_id: acme.buyers[0].id, name: "a.pdf", type: "application/pdf" as const, size: 1 }
    for (const number of Array(20).keys()) await service.keepAttachment({ ...lying, file_id: `file_${number}` })
    const answer = await send(as.anna())
    const { code, details } = errorBodySchema.parse(answer.data)
    expect([answer.status, code]).toEqual([429, "rate_limited"])
    const twoDays = 2 * 24 * 60 * 60
    expect(details?.["retry_after"]).toBeLessThanOrEqual(twoDays)
    expect(details?.["retry_after"]).toBeGreaterThan(twoDays - 120)
    expect((await send(as.tom())).status).toBe(201)
  })

  it("ten files a minute", async () => {
    const answers = await Promise.all(Array.from({ length: 21 }, () => send(as.anna())))
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(0)
    expect((await send(as.ingrid())).status).toBe(201)
  })
})
