import { inflateSync } from "node:zlib"
import { winAnsi } from "../../../src/documents/pdf/letters"
import type { Client } from "../../setup/client"
import { storeTest } from "../../setup/store-test"
import { acceptOption, askFirst } from "./ask"

const NOT_FOUND = JSON.stringify({ type: "not_found", code: "not_found", message: "Not found" })

storeTest(({ as, cart, ground }) => {
  const asked = async () => askFirst(as.anna(), await cart(as.anna(), [{ article: ground().articles.cylinder, quantity: 2_000 }]), 110)
  const coded = (text: string) => Buffer.from(winAnsi(text)).toString("latin1")

  async function read(who: Client, id: string, language = "en") {
    const { status, headers, data } = await who.open(`/store/negotiations/${id}/pdf`, { "accept-language": language })
    const parts: Buffer[] = []
    for await (const part of data) parts.push(part as Buffer)
    const body = Buffer.concat(parts).toString("latin1")
    const drawn = [...body.matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, packed = ""]) => inflateSync(Buffer.from(packed, "latin1")).toString("latin1")).join("\n")
    const text = [...drawn.matchAll(/<([0-9a-f]*)> Tj/g)].map(([, hex = ""]) => Buffer.from(hex, "hex").toString("latin1")).join("\n")
    return { status, headers, body, text }
  }

  it("puts the offer on paper in the buyer's language, then the agreement, and nothing of the seller's", async () => {
    const negotiation = await asked()
    const offer = await read(as.anna(), negotiation.id, "de")
    expect([offer.status, offer.headers["content-type"], offer.headers["cache-control"]]).toEqual([200, "application/pdf", "private, no-store"])
    for (const text of [`Angebot Nr. ${negotiation.display_id}`, "Für Acme", "Hydraulic cylinder", "2.000", "4.000", ...(negotiation.offer?.options ?? []).map(({ lines }) => String(lines[0]?.unit_price))]) {
      expect(offer.text).toContain(coded(text))
    }
    await acceptOption(as.anna(), negotiation, "volume")
    const agreement = await read(as.anna(), negotiation.id)
    for (const text of [`Agreement no. ${negotiation.display_id}`, "from 4,000 pieces on", "$110", "These prices hold until"]) expect(agreement.text).toContain(coded(text))
    for (const { text } of [offer, agreement]) for (const secret of ["94.12", "94,12", "100.9", "cost", "margin", "floor", "Golden"]) expect(text).not.toContain(secret)
  })

  it("says a way to pay in words and never by its id", async () => {
    const asked = await askFirst(as.anna(), await cart(as.anna(), [{ article: ground().articles.cylinder, quantity: 2_000 }]), 110)
    const { negotiation } = (await as.anna().post(`/store/negotiations/${asked.id}/ask-person`, { version: asked.version })).data
    const line_id = negotiation.lines[0].id
    const concessions = [{ kind: "payment_term", payment_term: "prepay", percent: 2 }]
    const body = { version: negotiation.version, reason_code: "strategic_customer", note: "They open the north", lines: [{ line_id, unit_price: 116 }], concessions }
    expect((await as.admin().post(`/admin/negotiations/${asked.id}/counter`, body)).status).toBe(200)
    const { offer, version } = (await as.anna().get(`/store/negotiations/${asked.id}`)).data.negotiation
    expect((await as.anna().post(`/store/negotiations/${asked.id}/accept`, { version, offer_id: offer.id, option_id: offer.options[0].id })).status).toBe(200)
    const said = { en: "paid before delivery", de: "bei Zahlung vor Lieferung", fr: "payé avant la livraison", es: "con pago antes de la entrega" }
    for (const [language, words] of Object.entries(said)) {
      const { text } = await read(as.anna(), asked.id, language)
      expect(text).toContain(coded(words))
      expect(text).not.toContain("prepay")
    }
  })

  it("is its owner's", async () => {
    const { id } = await asked()
    const answers = await Promise.all([read(as.tom(), id), read(as.ingrid(), id), read(as.anna(), "neg_missing")])
    expect(answers.map(({ status, body }) => [status, body])).toEqual(answers.map(() => [404, NOT_FOUND]))
    expect((await read(as.guest(), id)).status).toBe(401)
  })
})
