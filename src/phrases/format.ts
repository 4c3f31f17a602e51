import type { Locale } from "./locale"

/** The finest price the contract knows has four decimals. */
const FINEST_DECIMALS = 4

const numbers = new Map<string, Intl.NumberFormat>()
const dates = new Map<Locale, Intl.DateTimeFormat>()

/** A number format, made once: making one takes longer than everything that is done with it. */
function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options)
  const known = numbers.get(key) ?? new Intl.NumberFormat(locale, options)
  numbers.set(key, known)
  return known
}

/** Decimals a currency is usually written with: 2 for USD, 0 for JPY, 3 for KWD. */
function usualDecimals(locale: Locale, currency: string): number {
  return numberFormat(locale, { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2
}

/**
 * An amount as people write it: "$110", "$110.50", "¥1,200", and "$0.0475" where a price is finer than its currency.
 *
 * @param currencyCode ISO 4217, in any case.
 * @param amount in major units.
 */
export function formatAmount(locale: Locale, currencyCode: string, amount: number): string {
  const currency = currencyCode.toUpperCase()
  const least = Number.isInteger(amount) ? 0 : usualDecimals(locale, currency)
  return numberFormat(locale, {
    style: "currency",
    currency,
    minimumFractionDigits: least,
    maximumFractionDigits: Number.isInteger(amount) ? 0 : Math.max(least, FINEST_DECIMALS),
  }).format(amount)
}

/**
 * A sum as people write it: in whole units of its currency, however fine the prices are that it comes from.
 *
 * @param currencyCode ISO 4217, in any case.
 * @param amount in major units.
 */
export function formatSum(locale: Locale, currencyCode: string, amount: number): string {
  return formatAmount(locale, currencyCode, Number(amount.toFixed(usualDecimals(locale, currencyCode.toUpperCase()))))
}

/** A share as people write it: "2%", "1.25%", with the language's own sign and space. @param percent 2 for 2%. */
export function formatPercent(locale: Locale, percent: number): string {
  return numberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(percent / 100)
}

/** A number of pieces, lines or days as people write it: "2,000". */
export function formatCount(locale: Locale, count: number): string {
  return numberFormat(locale, { maximumFractionDigits: 0 }).format(count)
}

/** A date as people write it, in UTC so that the same moment reads the same everywhere: "November 30, 2026". */
export function formatDate(locale: Locale, isoDateTime: string): string {
  const known = dates.get(locale) ?? new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" })
  dates.set(locale, known)
  return known.format(new Date(isoDateTime))
}
