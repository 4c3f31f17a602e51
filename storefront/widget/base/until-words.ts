import type { Speech } from "../phrases"

const SECOND = 1_000
const HOUR = 3_600 * SECOND
const DAY = 24 * HOUR

const two = (number: number): string => String(number).padStart(2, "0")

/** Days with the hours over: an offer of a week does not begin as one of six days. */
function daysAndHours(speech: Speech, milliseconds: number): string {
  const hours = Math.floor((milliseconds % DAY) / HOUR)
  return [speech.count("time_days", Math.floor(milliseconds / DAY)), hours > 0 ? speech.count("time_hours", hours) : ""].filter(Boolean).join(" ")
}

/** How long something still lasts: days and hours, then hours, then minutes and seconds as on a clock. */
export function untilWords(speech: Speech, milliseconds: number): string {
  if (milliseconds <= 0) return speech.say("ended")
  const seconds = Math.floor(milliseconds / SECOND)
  const time =
    milliseconds >= 2 * DAY
      ? daysAndHours(speech, milliseconds)
      : milliseconds >= HOUR
        ? speech.count("time_hours", Math.floor(milliseconds / HOUR))
        : `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`
  return speech.say("ends_in", { time })
}
