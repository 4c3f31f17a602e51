import { LOCALES } from "../../../src/phrases"
import { NegotiationError } from "../../client"
import { problemOf, problemText } from "../base/problem-words"
import { learn, speechIn } from "../phrases"
import { openTab } from "./tab"

const problem = (code: string, status: number, details = {}) => new NegotiationError({ type: "not_allowed", code, message: "English, for logs", status, details })

describe.each(LOCALES)("what went wrong, in %s", (locale) => {
  beforeAll(() => learn(locale))

  it("says when a price can be asked for again, where the store says it", () => {
    const speech = speechIn(locale)
    const retry_at = "2027-03-04T09:30:00.000Z"
    expect(problemText(speech, problem("round_limit", 409, { retry_at }))).toBe(speech.say("not_before", { time: speech.moment(retry_at) }))
    expect(problemText(speech, problem("round_limit", 409, { retry_at: null }))).toBe(speech.error("round_limit"))
  })
})

it("a fault of ours is told as one, whatever was thrown", () => {
  openTab()
  expect(problemOf(new Error("What?"))).toMatchObject({ code: "unexpected_answer", status: 500 })
  const known = problem("stale_version", 409)
  expect(problemOf(known)).toBe(known)
})
