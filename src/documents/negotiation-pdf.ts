import type { StoreAgreement, StoreConcession, StoreNegotiation, StoreOffer, StoreOption } from "../contract"
import { formatAmount, formatCount, formatDate, formatPercent, formatSum, type Locale } from "../phrases"
import { DOCUMENT_WORDS, type DocumentWords } from "../phrases/document"
import { fill } from "../phrases/fill"
import { Sheet } from "./pdf/sheet"

/** Where the figures of a row end, as shares of the width. */
const COLUMNS = [0.62, 0.82, 1] as const
const SMALL = { size: 9, grey: true } as const
const HEADING = { size: 13, bold: true } as const
/** Least room for a heading with something under it. */
const BLOCK = 110

/** Days after the invoice that a way to pay gives, 0 for paying before delivery; null for one the store no longer knows. */
export type DaysOfTerm = (paymentTerm: string) => number | null

/** A case being written. */
interface Writing {
  readonly sheet: Sheet
  readonly words: DocumentWords
  readonly negotiation: StoreNegotiation
  readonly money: (amount: number) => string
  /** A sum of prices, however fine these are. */
  readonly sum: (amount: number) => string
  readonly count: (pieces: number) => string
  readonly date: (isoDateTime: string) => string
  readonly percent: (percent: number) => string
  /** A way to pay in words. */
  readonly term: (id: string) => string
}

function row({ sheet }: Writing, first: string, figures: readonly [string, string, string], look = {}): void {
  sheet.row([{ text: first, at: 0 }, ...figures.map((text, place) => ({ text, at: COLUMNS[place] ?? 1, align: "right" as const }))], look)
}

function titleOf({ negotiation }: Writing, lineId: string): string {
  return negotiation.lines.find(({ id }) => id === lineId)?.title ?? ""
}

function asked(writing: Writing): void {
  const { sheet, words, negotiation, money, count } = writing
  sheet.text(words.asked, HEADING)
  row(writing, words.article, [words.pieces, words.price, words.your_price], SMALL)
  sheet.rule()
  for (const line of negotiation.lines) row(writing, line.title, [count(line.quantity), money(line.current_unit_price), money(line.target_unit_price)])
}

function option(writing: Writing, { lines, headline, conditions, substitute, overall_cost, saving_total }: StoreOption, number: number): void {
  const { sheet, words, money, sum, count } = writing
  sheet.need(BLOCK)
  sheet.space(14)
  sheet.text(fill(words.way, { number: count(number) }), SMALL)
  sheet.text(headline, { size: 11, bold: true })
  if (substitute) sheet.text(fill(words.instead, { title: substitute.title }))
  for (const differs of substitute?.differs ?? []) sheet.text(`• ${differs}`, { ...SMALL, indent: 8 })
  row(writing, words.article, [words.pieces, words.price, words.sum], SMALL)
  sheet.rule()
  for (const line of lines) {
    row(writing, substitute?.variant_id === line.variant_id ? substitute.title : titleOf(writing, line.line_id), [count(line.quantity), money(line.effective_unit_price), sum(line.effective_unit_price * line.quantity)])
  }
  sheet.space(4)
  sheet.text(`${fill(words.total, { amount: sum(overall_cost.total) })} · ${fill(words.saving, { amount: sum(saving_total) })}`, { bold: true })
  for (const condition of conditions) sheet.text(`• ${condition}`, { indent: 8 })
}

function offer(writing: Writing, { options, expires_at, explanation }: StoreOffer): void {
  const { sheet, words, date } = writing
  sheet.space(10)
  sheet.text(fill(words.stands_until, { date: date(expires_at) }), { bold: true })
  options.forEach((each, place) => option(writing, each, place + 1))
  if (explanation.length === 0) return
  sheet.space(14)
  sheet.text(words.explanation, { bold: true })
  for (const sentence of explanation) sheet.text(sentence)
}

function concession({ words, money, percent, count, term }: Writing, conceded: StoreConcession): string {
  const { on, percent: share, amount, payment_term, shipping_option_id, min_subtotal, max_quantity } = conceded
  const value = share === null ? money(amount ?? 0) : percent(share)
  const conditions = [
    payment_term === null ? null : term(payment_term),
    shipping_option_id === null ? null : words.with_delivery,
    min_subtotal === null ? null : fill(words.with_subtotal, { amount: money(min_subtotal) }),
    max_quantity === null ? null : fill(words.up_to, { pieces: count(max_quantity) }),
  ]
  return [fill(on === "freight" ? words.off_freight : words.off_goods, { value }), ...conditions].filter((part) => part !== null).join(", ")
}

function agreement(writing: Writing, { lines, valid_until, ends_at, concessions }: StoreAgreement): void {
  const { sheet, words, money, count, date } = writing
  sheet.space(10)
  sheet.text(words.agreed, HEADING)
  row(writing, words.article, ["", words.pieces, words.price], SMALL)
  sheet.rule()
  for (const line of lines) {
    row(writing, line.title, ["", fill(words.least, { pieces: count(line.min_quantity) }), money(line.unit_price)])
    if (line.remaining_quantity !== null) sheet.text(fill(words.left, { pieces: count(line.remaining_quantity) }), { ...SMALL, indent: 8 })
    if (line.commitment) sheet.text(fill(words.commitment, { open: count(line.commitment.open), promised: count(line.commitment.promised) }), { ...SMALL, indent: 8 })
  }
  if (concessions.length > 0) {
    sheet.space(6)
    sheet.text(words.concessions, { bold: true })
    for (const each of concessions) sheet.text(`• ${concession(writing, each)}`, { indent: 8 })
  }
  sheet.space(6)
  sheet.text(fill(words.holds_until, { date: date(ends_at ?? valid_until) }), { bold: true })
}

/** A way to pay as a buyer reads it; its id is the merchant's. */
function termInWords(words: DocumentWords, locale: Locale, days: number | null): string {
  if (days === null) return words.with_term
  return days === 0 ? words.prepaid : fill(words.paid_within, { days: formatCount(locale, days) })
}

/** What a case is on paper, by where it stands. */
function titleFor({ words, negotiation }: Writing): string {
  const template = negotiation.agreement ? words.agreement : negotiation.offer ? words.offer : words.request
  return fill(template, { number: String(negotiation.display_id) })
}

/**
 * A case as a PDF, in the buyer's language: what was asked, and the offer that stands or what was agreed. It is made of the
 * buyer's own view of the case, so that nothing a buyer may not see can get onto paper.
 */
export function negotiationPdf(negotiation: StoreNegotiation, company: string, locale: Locale, daysOf: DaysOfTerm): Buffer {
  const words = DOCUMENT_WORDS[locale]
  const writing: Writing = {
    sheet: new Sheet(),
    words,
    negotiation,
    money: (amount) => formatAmount(locale, negotiation.currency_code, amount),
    sum: (amount) => formatSum(locale, negotiation.currency_code, amount),
    count: (pieces) => formatCount(locale, pieces),
    date: (isoDateTime) => formatDate(locale, isoDateTime),
    percent: (percent) => formatPercent(locale, percent),
    term: (id) => termInWords(words, locale, daysOf(id)),
  }
  const { sheet, date, count } = writing
  const title = titleFor(writing)
  sheet.text(title, { size: 20, bold: true })
  sheet.space(4)
  sheet.text(fill(words.for, { company }))
  sheet.text(fill(words.from, { date: date(negotiation.created_at) }), { grey: true })
  sheet.space(14)
  asked(writing)
  if (negotiation.agreement) agreement(writing, negotiation.agreement)
  else if (negotiation.offer) offer(writing, negotiation.offer)
  else {
    sheet.space(10)
    sheet.text(words.nothing)
  }
  sheet.space(14)
  sheet.text(negotiation.is_tax_inclusive ? words.gross : words.net, SMALL)
  return sheet.file({ title, language: locale }, (page, pages) => `${title} · ${fill(words.page, { page: count(page), pages: count(pages) })}`)
}
