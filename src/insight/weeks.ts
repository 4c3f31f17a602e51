const DAY_MS = 86_400_000
const DAYS_IN_WEEK = 7

/** A calendar day in UTC as `YYYY-MM-DD`. */
export type Day = string

/** The first moment of a day, UTC. */
export function startOf(day: Day): Date {
  return new Date(`${day}T00:00:00.000Z`)
}

/** The day so many days later; earlier for a negative number. */
export function daysAfter(day: Day, days: number): Day {
  return new Date(startOf(day).getTime() + days * DAY_MS).toISOString().slice(0, 10)
}

/** The day of a moment, UTC. */
export function dayOf(moment: Date): Day {
  return moment.toISOString().slice(0, 10)
}

/** The Monday of a day's week, UTC. */
export function mondayOf(day: Day): Day {
  const sinceMonday = (startOf(day).getUTCDay() + 6) % DAYS_IN_WEEK
  return daysAfter(day, -sinceMonday)
}

/** The Mondays of every week that has a day in the period, in order, both ends included. */
export function weeksOf(from: Day, to: Day): Day[] {
  const weeks: Day[] = []
  for (let week = mondayOf(from); week <= to; week = daysAfter(week, DAYS_IN_WEEK)) weeks.push(week)
  return weeks
}
