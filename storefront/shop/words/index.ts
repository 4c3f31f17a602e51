import { fill } from "../../../src/phrases/fill"
import { formatAmount, formatCount, formatDate, formatSum } from "../../../src/phrases/format"
import { LOCALES, pickLocale, type Locale } from "../../../src/phrases/locale"
import { de } from "./de"
import { en } from "./en"
import { es } from "./es"
import { fr } from "./fr"

/** What the shop says, in one language. */
export type Words = { readonly [Key in keyof typeof en]: string }

const BOOKS: Readonly<Record<Locale, Words>> = { en, de, fr, es }
const KEPT = "shop:lang"
const ASKED = "lang"

/** Each language by its own name. Written down: to have the browser name them takes longer than everything else of this file. */
const OWN_NAMES: Readonly<Record<Locale, string>> = { en: "English", de: "Deutsch", fr: "français", es: "español" }
/** Each language by its own name, in the order of the list. */
export const LANGUAGES: readonly (readonly [Locale, string])[] = LOCALES.map((each) => [each, OWN_NAMES[each]])

let locale: Locale = pickLocale(new URLSearchParams(location.search).get(ASKED) ?? localStorage.getItem(KEPT) ?? navigator.language)
document.documentElement.lang = locale

/** The language the shop speaks: the address asks for one, else the one chosen before, else the browser's. */
export function language(): Locale {
  return locale
}

/** Changes the language of the shop; the widget takes it from the page. What is shown has to be drawn anew. */
export function speak(wanted: string): void {
  locale = pickLocale(wanted)
  localStorage.setItem(KEPT, locale)
  document.documentElement.lang = locale
  const address = new URL(location.href)
  address.searchParams.delete(ASKED)
  history.replaceState(null, "", address)
}

/** A sentence of the shop in its language. */
export const say = (key: keyof Words, values: Readonly<Record<string, string>> = {}): string => fill(BOOKS[locale][key], values)
/** An amount as people write it. */
export const money = (currency: string, amount: number): string => formatAmount(locale, currency, amount)
/** An amount in a column: with as many decimals as its neighbours, so that the points stand under each other. */
export function inColumn(currency: string, amount: number): string {
  const format = new Intl.NumberFormat(locale, { style: "currency", currency: currency.toUpperCase() })
  const { minimumFractionDigits = 0 } = format.resolvedOptions()
  const finer = Number(amount.toFixed(minimumFractionDigits)) !== amount
  return finer ? money(currency, amount) : format.format(amount)
}
/** Amounts of one column: where one of them has decimals all have. */
export function sumsIn(currency: string, amounts: readonly number[]): (amount: number) => string {
  const format = new Intl.NumberFormat(locale, { style: "currency", currency: currency.toUpperCase() })
  const { maximumFractionDigits = 2 } = format.resolvedOptions()
  const whole = amounts.every((amount) => Number.isInteger(Number(amount.toFixed(maximumFractionDigits))))
  return (amount) => (whole ? money(currency, Math.round(amount)) : format.format(amount))
}
/** A sum of prices, however fine these are. */
export const total = (currency: string, amount: number): string => formatSum(locale, currency, amount)
/** A country by its name. @param code two letters */
export const countryName = (code: string): string => new Intl.DisplayNames(locale, { type: "region" }).of(code.toUpperCase()) ?? code
/** A number of pieces as people write it. */
export const count = (pieces: number): string => formatCount(locale, pieces)
/** A day as people write it. */
export const day = (iso: string): string => formatDate(locale, iso)
