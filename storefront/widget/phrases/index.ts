import { counted, fill } from "../../../src/phrases/fill"
import { formatAmount, formatCount, formatDate, formatPercent, formatSum } from "../../../src/phrases/format"
import { pickLocale, type Locale } from "../../../src/phrases/locale"
import { bookOf, hasBook, loadBook, spokenFor } from "./book"
import type { GuideWords } from "./guide/words"
import { readPieces } from "./pieces"
import type { CountedKey, WordKey, Words } from "./words"

/** How the widget speaks in one language: its sentences, and amounts, counts and dates as people write them. */
export interface Speech {
  readonly locale: Locale
  say(key: WordKey, values?: Readonly<Record<string, string>>): string
  /** A sentence that counts: `{count}` is filled in, written as people write it. */
  count(key: CountedKey, count: number): string
  /** A sentence of the guided way or a form. */
  guide(key: keyof GuideWords, values?: Readonly<Record<string, string>>): string
  /** Why a case stands where it stands; null for a reason buyers are not told. */
  reason(code: string | null): string | null
  /** What went wrong with a request. */
  error(code: string): string
  /** What an entry of the history says; null for one that has no words. */
  history(by: "buyer" | "seller", kind: string): string | null
  money(currencyCode: string, amount: number): string
  /** A sum of prices, however fine these are. */
  sum(currencyCode: string, amount: number): string
  number(count: number): string
  /** What {@link number} writes, read again; NaN for what is no whole number. */
  pieces(text: string): number
  /** A share of 1: "7.5%". */
  percent(share: number): string
  /** What is taken off, to the hundredth as it was agreed: "1.25%". @param percent 1.25 for 1.25% */
  off(percent: number): string
  date(isoDateTime: string): string
  /** Date and time of something that happened, where the reader is. */
  moment(isoDateTime: string): string
}

/** A text of a book under a key that may not be one of its own. */
function find(texts: object, key: string): string | null {
  return Object.hasOwn(texts, key) ? String((texts as Record<string, unknown>)[key]) : null
}

function makeSpeech(locale: Locale): Speech {
  const { words, guide, answers } = bookOf(locale)
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 })
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" })
  return {
    locale,
    say: (key, values = {}) => fill(words[key], values),
    count: (key, count) => fill(counted(locale, words[key], count), { count: formatCount(locale, count) }),
    guide: (key, values = {}) => fill(guide[key], values),
    reason: (code) => (code === null ? null : find(answers.reason, code)),
    error: (code) => find(answers.error, code) ?? answers.error.invalid_data,
    history: (by, kind) => find(answers.history, `${by}.${kind}`),
    money: (currencyCode, amount) => formatAmount(locale, currencyCode, amount),
    sum: (currencyCode, amount) => formatSum(locale, currencyCode, amount),
    number: (count) => formatCount(locale, count),
    pieces: (text) => readPieces(locale, text),
    percent: (share) => percent.format(share),
    off: (percent) => formatPercent(locale, percent),
    date: (isoDateTime) => formatDate(locale, isoDateTime),
    moment: (isoDateTime) => moment.format(new Date(isoDateTime)),
  }
}

const made = new Map<Locale, Speech>()

/** Speech in the language wanted, once it is there. @throws Error before any is */
export function speechIn(language: string | null | undefined): Speech {
  const locale = spokenFor(pickLocale(language))
  const speech = made.get(locale) ?? makeSpeech(locale)
  made.set(locale, speech)
  return speech
}

/** Whether a language, or what stands in for it, is there. */
export function canSpeak(language: string | null | undefined): boolean {
  return hasBook(pickLocale(language))
}

/** Sees to it that a language, or what stands in for it, is there. Never fails. */
export function learn(language: string | null | undefined): Promise<void> {
  return loadBook(pickLocale(language))
}

export type { CountedKey, GuideWords, WordKey, Words }
