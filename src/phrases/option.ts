import type { OptionKind } from "../contract"
import { counted, fill } from "./fill"
import { formatAmount, formatCount, formatDate, formatPercent, formatSum } from "./format"
import type { Locale } from "./locale"
import { PHRASEBOOKS } from "./locales"

/** One line of an option, as words need it. Prices per piece in major units, as the cart shows them. */
export interface OptionLineWords {
  readonly title: string
  /** Pieces the buyer asked for. */
  readonly asked_quantity: number
  /** Pieces the option is about: its price holds from here on. */
  readonly quantity: number
  readonly unit_price: number
  /** With the option's concession taken off; left out where it has none. */
  readonly effective_unit_price?: number | undefined
  /** The article this one takes the place of; left out where it is the asked one. */
  readonly replaces?: string | undefined
  /** What the buyer would pay now at the asked quantity. */
  readonly current_unit_price: number
  /**
   * Pieces from which on the option's quantity is cheaper in total than ordering fewer at the normal price. Given by whoever
   * knows the buyer's own price schedule; left out otherwise. Said of options about more pieces than were asked for.
   */
  readonly cheaper_from?: number | undefined
  /** Pieces that may be bought at the price in all; left out for any number. */
  readonly max_quantity?: number | undefined
  /** Pieces the buyer commits to; left out for none. */
  readonly committed_quantity?: number | undefined
}

/** What an option concedes beside its prices. Shares in percent, sums in major units. */
export type ConcessionWords =
  | {
      readonly kind: "freight"
      readonly on: "goods" | "freight"
      readonly percent: number
      /** The shipping option's name. */
      readonly delivery: string
      /** True where it comes off no more pieces of an order than the option is about. */
      readonly offered_only?: boolean | undefined
    }
  | { readonly kind: "payment_term"; readonly percent: number; /** Days after the invoice, 0 for before delivery. */ readonly days: number }
  | { readonly kind: "basket"; readonly min_subtotal: number; readonly percent?: number | undefined; readonly amount?: number | undefined }

/** An option of an offer, as words need it. */
export interface OptionWords {
  readonly kind: OptionKind
  /** ISO 4217, lower case as the contract has it. */
  readonly currency_code: string
  readonly lines: readonly OptionLineWords[]
  /** Days the price holds once accepted. */
  readonly agreement_days?: number | undefined
  /** Until when the offer stands, an ISO date-time. */
  readonly valid_until?: string | undefined
  /** Orders the price is good for; left out for any number. */
  readonly max_orders?: number | undefined
  readonly concessions?: readonly ConcessionWords[] | undefined
}

/** Sum of price times pieces in major units. Added up in whole ten-thousandths, so that no float drifts into a total. */
function total(lines: readonly OptionLineWords[], price: (line: OptionLineWords) => number): number {
  const tenThousandths = lines.reduce((sum, line) => sum + BigInt(Math.round(price(line) * 10_000)) * BigInt(line.quantity), 0n)
  return Number(tenThousandths) / 10_000
}

/** True for a price with a share taken off that nobody writes: finer than its currency. */
function isOdd(locale: Locale, currency: string, { effective_unit_price: price }: OptionLineWords): boolean {
  return price !== undefined && formatAmount(locale, currency, price) !== formatSum(locale, currency, price)
}

/** What a share takes off a line, in major units: off its sum, as the cart does. */
function takenOff({ unit_price, quantity }: OptionLineWords, concessions: readonly ConcessionWords[]): number {
  const percent = concessions.reduce((sum, concession) => sum + (concession.percent ?? 0), 0)
  return (Math.round(unit_price * 10_000) * quantity * percent) / 1_000_000
}

/** Headline of an option with one line. Where a share off makes an odd price, it names the agreed one and the sum that comes off. */
function lineHeadline(locale: Locale, option: OptionWords, line: OptionLineWords): string {
  const { headline } = PHRASEBOOKS[locale]
  if (isOdd(locale, option.currency_code, line)) {
    const saving = formatSum(locale, option.currency_code, takenOff(line, option.concessions ?? []))
    return fill(headline.less, { offer: lineHeadline(locale, option, { ...line, effective_unit_price: undefined }), saving })
  }
  const price = formatAmount(locale, option.currency_code, line.effective_unit_price ?? line.unit_price)
  const more = line.quantity - line.asked_quantity
  if (option.kind === "volume" && more > 0) {
    return fill(counted(locale, headline.volume, more), { quantity: formatCount(locale, more), price })
  }
  const templates = option.kind === "as_asked" ? headline.as_asked : headline.price
  return fill(counted(locale, templates, line.quantity), { quantity: formatCount(locale, line.quantity), price })
}

/** Headline of an option with several lines: one sentence for them all. */
function basketHeadline(locale: Locale, option: OptionWords): string {
  const { headline } = PHRASEBOOKS[locale]
  const lines = formatCount(locale, option.lines.length)
  const more = option.lines.reduce((sum, line) => sum + Math.max(0, line.quantity - line.asked_quantity), 0)
  if (option.kind === "volume" && more > 0) {
    return fill(counted(locale, headline.volume_lines, more), { quantity: formatCount(locale, more), lines })
  }
  // What a share leaves of sums is written as sums are; prices alone add up to all their decimals.
  const format = option.lines.some((line) => line.effective_unit_price !== undefined) ? formatSum : formatAmount
  const amount = (price: (line: OptionLineWords) => number): string => format(locale, option.currency_code, total(option.lines, price))
  return fill(option.kind === "as_asked" ? headline.as_asked_lines : headline.price_lines, {
    lines,
    total: amount((line) => line.effective_unit_price ?? line.unit_price),
    current_total: amount((line) => line.current_unit_price),
  })
}

/** The headline of a price with what it hangs on: the one delivery or way to pay, or that there is one. */
function concededHeadline(locale: Locale, option: OptionWords, offer: string): string {
  const { headline } = PHRASEBOOKS[locale]
  const [only, ...more] = option.concessions ?? []
  if (more.length === 0 && only?.kind === "freight" && only.on === "goods") return fill(headline.with_delivery, { offer, delivery: only.delivery })
  if (more.length === 0 && only?.kind === "payment_term") {
    if (only.days === 0) return fill(headline.prepaid, { offer })
    return fill(counted(locale, headline.paid_within, only.days), { offer, days: formatCount(locale, only.days) })
  }
  return fill(option.kind === "freight" ? headline.freight : headline.payment_term, { offer })
}

/**
 * What an option offers, in one sentence: "2,000 more pieces support $110".
 * An option without lines has nothing to say and answers an empty string.
 */
export function optionHeadline(locale: Locale, option: OptionWords): string {
  const [first, ...rest] = option.lines
  if (first === undefined) return ""
  const offer = rest.length === 0 ? lineHeadline(locale, option, first) : basketHeadline(locale, option)
  const { headline } = PHRASEBOOKS[locale]
  switch (option.kind) {
    case "freight":
    case "payment_term":
      return concededHeadline(locale, option, offer)
    case "substitute":
      return fill(headline.substitute, { offer, title: option.lines.map((line) => line.title).join(", ") })
    default:
      return offer
  }
}

/** Conditions of one line: from how many pieces on its price holds, and what that means for smaller orders. */
function lineConditions(locale: Locale, line: OptionLineWords, named: boolean): string[] {
  if (line.quantity <= 1) return []
  const { condition } = PHRASEBOOKS[locale]
  const quantity = formatCount(locale, line.quantity)
  const texts = [fill(named ? condition.threshold_of_line : condition.threshold, { quantity, title: line.title })]
  // Who asked for all of them anyway is told when they take pieces out again: by the cart's hint.
  if (line.cheaper_from !== undefined && line.cheaper_from < line.quantity && line.quantity > line.asked_quantity) {
    texts.push(fill(named ? condition.cheaper_from_of_line : condition.cheaper_from, { quantity, from: formatCount(locale, line.cheaper_from), title: line.title }))
  }
  return texts
}

/** What one line may take of the price in all, and what it has to. */
function lineLimits(locale: Locale, line: OptionLineWords, option: OptionWords): string[] {
  const { condition } = PHRASEBOOKS[locale]
  const named = option.lines.length > 1
  const { title, max_quantity: most, committed_quantity: committed } = line
  const texts: string[] = []
  if (most !== undefined) {
    const template = counted(locale, named ? condition.max_quantity_of_line : condition.max_quantity, most)
    texts.push(fill(template, { quantity: formatCount(locale, most), title }))
  }
  if (committed !== undefined) {
    const days = formatCount(locale, option.agreement_days ?? 0)
    texts.push(fill(named ? condition.committed_of_line : condition.committed, { quantity: formatCount(locale, committed), days, title }))
  }
  return texts
}

/** Something off for a delivery, with the pieces it comes off where they are counted. */
function freightText(locale: Locale, lines: readonly OptionLineWords[], concession: Extract<ConcessionWords, { kind: "freight" }>): string {
  const { condition } = PHRASEBOOKS[locale]
  const values = { percent: formatPercent(locale, concession.percent), delivery: concession.delivery }
  if (concession.on === "freight") return fill(condition.off_delivery, values)
  const [first, ...rest] = lines
  if (concession.offered_only !== true || first === undefined) return fill(condition.with_delivery, values)
  if (rest.length > 0) return fill(condition.with_delivery_up_to_lines, values)
  return fill(counted(locale, condition.with_delivery_up_to, first.quantity), { ...values, quantity: formatCount(locale, first.quantity) })
}

/** One concession, with what it hangs on. */
function concessionText(locale: Locale, { currency_code: currency, lines }: OptionWords, concession: ConcessionWords): string {
  const { condition } = PHRASEBOOKS[locale]
  const percent = formatPercent(locale, concession.percent ?? 0)
  switch (concession.kind) {
    case "freight":
      return freightText(locale, lines, concession)
    case "payment_term":
      if (concession.days === 0) return fill(condition.prepaid, { percent })
      return fill(counted(locale, condition.paid_within, concession.days), { percent, days: formatCount(locale, concession.days) })
    case "basket": {
      const discount = concession.amount === undefined ? percent : formatAmount(locale, currency, concession.amount)
      return fill(condition.from_subtotal, { discount, subtotal: formatAmount(locale, currency, concession.min_subtotal) })
    }
  }
}

/** What accepting an option of this kind does or asks for, beside its price. */
function acceptanceTexts(locale: Locale, option: OptionWords): string[] {
  const { condition } = PHRASEBOOKS[locale]
  const replaced = option.lines.flatMap(({ replaces }) => (replaces === undefined ? [] : fill(condition.replaces, { title: replaces })))
  const conceded = (option.concessions ?? []).flatMap((concession) => {
    if (concession.kind === "freight" && option.kind === "freight") return fill(condition.choose_delivery, { delivery: concession.delivery })
    return concession.kind === "payment_term" && option.kind === "payment_term" ? condition.keep_term : []
  })
  return [...replaced, ...conceded]
}

/**
 * What has to hold for an option's price, one sentence each: the quantity line by line, what may and what has to be taken,
 * the concessions beside it, what accepting it does, for how many orders and how long it holds, how long it stands.
 */
export function optionConditions(locale: Locale, option: OptionWords): string[] {
  const { condition } = PHRASEBOOKS[locale]
  const texts = option.lines.flatMap((line) => lineConditions(locale, line, option.lines.length > 1))
  texts.push(...option.lines.flatMap((line) => lineLimits(locale, line, option)))
  texts.push(...(option.concessions ?? []).map((concession) => concessionText(locale, option, concession)))
  texts.push(...acceptanceTexts(locale, option))
  const { agreement_days: days, valid_until: until, max_orders: orders } = option
  if (orders !== undefined) texts.push(fill(counted(locale, condition.max_orders, orders), { orders: formatCount(locale, orders) }))
  if (days !== undefined) texts.push(fill(counted(locale, condition.agreement_days, days), { days: formatCount(locale, days) }))
  if (until !== undefined) texts.push(fill(condition.valid_until, { date: formatDate(locale, until) }))
  return texts
}
