import { inflateSync } from "node:zlib"
import type { StoreNegotiation, StoreOffer } from "../../contract"
import { LOCALES } from "../../phrases"
import { negotiationPdf, type DaysOfTerm } from "../negotiation-pdf"
import { widthOf, winAnsi, wrap } from "../pdf/letters"

const LINE = {
  id: "nline_1", variant_id: "variant_1", line_item_id: "cali_1", title: "Hydraulikzylinder „Größe 40“", quantity: 2_000,
  list_unit_price: 120, current_unit_price: 120, last_paid_unit_price: null, target_unit_price: 110,
}
const OFFER: StoreOffer = {
  id: "noff_1", round: 1, by: "seller", origin: "automatic", expires_at: "2026-12-01T00:00:00.000Z", explanation: ["Because of the volume."],
  options: [{
    id: "nopt_1", kind: "volume", lines: [{ line_id: "nline_1", variant_id: "variant_1", quantity: 4_000, unit_price: 110, effective_unit_price: 110 }],
    concession: null, saving_total: 40_000, overall_cost: { goods: 440_000, freight: null, terms: 0, total: 440_000 },
    headline: "2,000 more pieces support $110", conditions: ["Holds for 90 days."],
  }],
}
const CASE: StoreNegotiation = {
  id: "neg_1", display_id: 1001, previous_id: null, status: "awaiting_buyer", turn: "buyer", version: 1, round: 1, rounds_left: 3, currency_code: "usd",
  is_tax_inclusive: false, cart_id: "cart_1", expires_at: null, created_at: "2026-11-23T00:00:00.000Z", allowed_actions: [], lines: [LINE], offer: OFFER,
  history: [], messages: [], agreement: null, reason_code: null,
}
const AGREED: StoreNegotiation = {
  ...CASE, status: "agreed", offer: null,
  agreement: {
    id: "nagr_1", negotiation_id: "neg_1", status: "active", currency_code: "usd", region_id: "reg_1", valid_until: "2027-02-21T00:00:00.000Z", is_tax_inclusive: false,
    orders_left: null, ends_at: null, concessions: [{ id: "ncon_1", kind: "payment_term", on: "goods", percent: 2, amount: null, shipping_option_id: null, payment_term: "prepay", min_subtotal: null, max_quantity: null }],
    lines: [{ variant_id: "variant_1", title: LINE.title, min_quantity: 4_000, unit_price: 110, remaining_quantity: 6_000, valid_until: null, commitment: { promised: 10_000, bought: 4_000, open: 6_000 } }],
  },
}

/** A text in the font's own codes. */
const coded = (text: string): string => Buffer.from(winAnsi(text)).toString("latin1")

const DAYS: DaysOfTerm = (term) => ({ prepay: 0, net14: 14 })[term] ?? null
const paper = (negotiation: Parameters<typeof negotiationPdf>[0], company: string, locale: Parameters<typeof negotiationPdf>[2]) => negotiationPdf(negotiation, company, locale, DAYS)

/** Every text a reader would see, page by page, in the font's own codes. */
function textOf(pdf: Buffer): string[] {
  const raw = pdf.toString("latin1")
  return [...raw.matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, packed = ""]) =>
    [...inflateSync(Buffer.from(packed, "latin1")).toString("latin1").matchAll(/<([0-9a-f]*)> Tj/g)]
      .map(([, hex = ""]) => Buffer.from(hex, "hex").toString("latin1"))
      .join("\n")
  )
}

describe("a case on paper", () => {
  it("shows the offer that stands, with what it comes to and why", () => {
    const [page = ""] = textOf(paper(CASE, "Acme", "en"))
    for (const text of ["Offer no. 1001", "For Acme", LINE.title, "2,000", "$120", "2,000 more pieces support $110", "4,000", "$440,000", "In all: $440,000 · You save $40,000.", "• Holds for 90 days.", "Because of the volume.", "This offer stands until December 1, 2026.", "Page 1 of 1"]) expect(page).toContain(coded(text))
  })

  it("writes sums in whole cents, however fine the prices are", () => {
    const options = OFFER.options.map((each) => ({ ...each, saving_total: 450, overall_cost: { goods: 35_550, freight: null, terms: 233.7535, total: 35_783.7535 } }))
    const [page = ""] = textOf(paper({ ...CASE, offer: { ...OFFER, options } }, "Acme", "en"))
    expect(page).toContain(coded("In all: $35,783.75 · You save $450."))
  })

  it("shows what was agreed, in German", () => {
    const [page = ""] = textOf(paper(AGREED, "Acme", "de"))
    for (const text of ["Vereinbarung Nr. 1001", "ab 4.000 Stück", "110 $", "noch 6.000 Stück zu diesem Preis", "6.000 von 10.000 zugesagten Stück", "Nachlass auf die Ware, bei Zahlung vor Lieferung", "Diese Preise gelten bis 21. Februar 2027."]) {
      expect(page.replaceAll("\u00a0", " ")).toContain(coded(text))
    }
  })

  it("says a way to pay in words, whether the store still knows it or not", () => {
    const said = [["net14", "2% off the goods, paid within 14 days"], ["gone", "2% off the goods, paid the agreed way"]] as const
    for (const [payment_term, words] of said) {
      const concessions = (AGREED.agreement?.concessions ?? []).map((each) => ({ ...each, percent: 2, payment_term }))
      const agreement = AGREED.agreement && { ...AGREED.agreement, concessions }
      expect(textOf(paper({ ...AGREED, agreement }, "Acme", "en")).join()).toContain(words)
    }
  })

  it.each(LOCALES)("has no letter its font lacks: %s", (locale) => {
    for (const each of [CASE, AGREED, { ...CASE, offer: null }]) expect(textOf(paper(each, "Acme", locale)).join("")).not.toContain("?")
  })

  it("goes on on a new page, with no line lost", () => {
    const lines = Array.from({ length: 50 }, (_, place) => ({ ...LINE, id: `nline_${place}`, title: `Article ${place} ${"with a rather long name ".repeat(4)}` }))
    const pages = textOf(paper({ ...CASE, lines }, "Acme", "en"))
    expect(pages.length).toBeGreaterThan(2)
    for (const [place] of lines.entries()) expect(pages.join("\n")).toContain(`Article ${place} with`)
    expect(pages.at(-1)).toContain(`Page ${pages.length} of ${pages.length}`)
  })

  it("is a file whose parts are where it says, and the same every time", () => {
    const pdf = paper(CASE, "Acme", "fr")
    expect(pdf.equals(paper(CASE, "Acme", "fr"))).toBe(true)
    const raw = pdf.toString("latin1")
    expect(raw.startsWith("%PDF-1.5\n")).toBe(true)
    const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(raw)?.[1])
    expect(raw.slice(table, table + 4)).toBe("xref")
    const offsets = [...raw.slice(table).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset))
    expect(offsets.length).toBeGreaterThan(5)
    offsets.forEach((offset, place) => expect(raw.slice(offset, offset + 12)).toContain(`${place + 1} 0 obj`))
  })

  it("nothing a buyer writes is an instruction", () => {
    const title = "<script> ) Tj ET (\\ 0 0 1 rg"
    expect(textOf(paper({ ...CASE, lines: [{ ...LINE, title }] }, "Acme", "en")).join()).toContain(title)
  })
})

describe("letters", () => {
  it("keeps what the encoding has, takes accents off where it must, and says where it knows nothing", () => {
    expect([...winAnsi("a€ß“ł\u0151\u202f漢")]).toEqual([0x61, 0x80, 0xdf, 0x93, 0x6c, 0x6f, 0xa0, 0x3f])
  })

  it("breaks lines within the width, and words that are wider", () => {
    const lines = wrap(`short words and a ${"w".repeat(200)}`, 10, 200)
    expect(lines.length).toBeGreaterThan(5)
    for (const line of lines) expect(widthOf(line, 10)).toBeLessThanOrEqual(200)
    expect(lines.join("").replaceAll(" ", "")).toBe(`shortwordsanda${"w".repeat(200)}`)
  })
})
