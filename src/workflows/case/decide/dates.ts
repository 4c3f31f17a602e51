const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** `now` and so many hours. */
export function inHours(now: Date, hours: number): Date {
  return new Date(now.getTime() + hours * HOUR_MS)
}

/** `now` and so many days. */
export function inDays(now: Date, days: number): Date {
  return new Date(now.getTime() + days * DAY_MS)
}
