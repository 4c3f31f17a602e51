/** What stands for "not measured" or "unknown" everywhere: never 0, never an empty cell. */
export const NOTHING = "–"

type Amount = number | null | undefined

/** A sum of money with the decimals of its currency: `$220,000.00`. */
export function formatMoney(locale: string, amount: Amount, currency: string): string {
  if (amount === null || amount === undefined) return NOTHING
  return new Intl.NumberFormat(locale, { style: "currency", currency: currency.toUpperCase() }).format(amount)
}

/** A price per piece: the currency's decimals, and up to four where the price has them (`$0.0125`). */
export function formatUnitPrice(locale: string, amount: Amount, currency: string): string {
  if (amount === null || amount === undefined) return NOTHING
  const plain = new Intl.NumberFormat(locale, { style: "currency", currency: currency.toUpperCase() })
  const digits = plain.resolvedOptions().maximumFractionDigits ?? 2
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency: currency.toUpperCase(),
    minimumFractionDigits: digits,
    maximumFractionDigits: Math.max(digits, 4),
  }).format(amount)
}

/** A large sum for a tile or an axis: `$1.2M`. */
export function formatCompactMoney(locale: string, amount: Amount, currency: string): string {
  if (amount === null || amount === undefined) return NOTHING
  return new Intl.NumberFormat(locale, { style: "currency", currency: currency.toUpperCase(), notation: "compact", maximumFractionDigits: 1 }).format(amount)
}

/** A share of 1 as a percentage: `0.2136` → `21.4%`. `even` keeps the decimal of round figures, for columns of them. */
export function formatShare(locale: string, share: Amount, even = false): string {
  if (share === null || share === undefined) return NOTHING
  return new Intl.NumberFormat(locale, { style: "percent", minimumFractionDigits: even ? 1 : 0, maximumFractionDigits: 1 }).format(share)
}

/** A percentage as it was agreed on, to the hundredth: `2.25` → `2.25%`. */
export function formatPercent(locale: string, percent: number): string {
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(percent / 100)
}

/** A number to the tenth: an average of ratings. */
export function formatDecimal(locale: string, value: Amount): string {
  if (value === null || value === undefined) return NOTHING
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value)
}

/** A whole number with its separators. */
export function formatCount(locale: string, count: Amount): string {
  if (count === null || count === undefined) return NOTHING
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(count)
}

/** A day: `Nov 23, 2026`. */
export function formatDay(locale: string, at: string | Date | null | undefined): string {
  if (!at) return NOTHING
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium" }).format(new Date(at))
}

/** A day that is a date and no moment (`2026-11-23`), the same in every time zone. */
export function formatDate(locale: string, date: string, short = false): string {
  const options: Intl.DateTimeFormatOptions = short ? { day: "numeric", month: "short" } : { dateStyle: "medium" }
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(new Date(`${date}T00:00:00Z`))
}

/** A moment: `Nov 23, 2026, 3:04 PM`. */
export function formatMoment(locale: string, at: string | Date | null | undefined): string {
  if (!at) return NOTHING
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(new Date(at))
}

/** Only the time of day: `3:04 PM`. */
export function formatTime(locale: string, at: number | Date): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: "short" }).format(new Date(at))
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A length of time in its largest fitting unit, in words: `12 min`, `3 hr`, `2 days`. */
export function formatDuration(locale: string, milliseconds: number): string {
  const length = Math.abs(milliseconds)
  const [value, unit] = length >= 2 * DAY ? [length / DAY, "day"] : length >= HOUR ? [length / HOUR, "hour"] : [length / MINUTE, "minute"]
  const unitDisplay = unit === "day" ? "long" : "short"
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay }).format(Math.max(1, Math.floor(value)))
}

/** Hours as people say them: under two days in hours with one decimal, above in days. */
export function formatHours(locale: string, hours: Amount): string {
  if (hours === null || hours === undefined) return NOTHING
  if (hours < 1 / 60) return `< ${formatHours(locale, 1 / 60)}`
  const inDays = hours >= 48
  const unit = inDays ? "day" : hours < 1 ? "minute" : "hour"
  const value = inDays ? hours / 24 : hours < 1 ? hours * 60 : hours
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: unit === "minute" ? 0 : 1 }).format(value)
}
