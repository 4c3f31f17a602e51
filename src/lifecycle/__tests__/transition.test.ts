import fc from "fast-check"
import { AGREEMENT_MACHINE, type Machine, NEGOTIATION_MACHINE, statusesOf, transition, type TransitionResult } from ".."

describe("refusing an event", () => {
  it.each([
    ["an ended case takes nothing", "declined", "counter", "already_ended"],
    ["nor does it from the system", "ordered", "lapse_agreement", "already_ended"],
    ["an agreed case is settled for people", "agreed", "accept", "already_ended"],
    ["and can't be withdrawn", "agreed", "withdraw", "already_ended"],
    ["a system event without a row is a fault", "agreed", "lapse_offer", "not_allowed"],
    ["the buyer can't counter while a person decides", "in_review", "counter", "not_your_turn"],
    ["nor refuse", "in_review", "refuse", "not_your_turn"],
    ["the seller can't approve what is on the buyer's table", "awaiting_buyer", "approve", "not_your_turn"],
    ["nor decline it", "awaiting_buyer", "decline", "not_your_turn"],
    ["a draft is not in review", "draft", "approve", "not_allowed"],
    ["a case can't be requested twice", "awaiting_buyer", "request", "not_allowed"],
    ["nothing happens to a case that isn't there", null, "accept", "not_allowed"],
  ] as const)("%s", (_what, status, event, code) => {
    expect(transition(NEGOTIATION_MACHINE, status, event)).toEqual({ ok: false, code })
  })

  it("wants the outcome named where there are several, and only there", () => {
    expect(transition(NEGOTIATION_MACHINE, null, "request")).toEqual({ ok: false, code: "not_allowed" })
    expect(transition(NEGOTIATION_MACHINE, "awaiting_buyer", "accept")).toEqual({ ok: true, status: "agreed", turn: null })
    expect(transition(NEGOTIATION_MACHINE, "awaiting_buyer", "refuse", "expired")).toEqual({ ok: false, code: "not_allowed" })
  })
})

/** Plays random events with random outcomes and checks after every step what must hold whatever happens. */
function playsSafely<Status extends string, Event extends string>(machine: Machine<Status, Event>): void {
  const statuses = statusesOf(machine)
  const events = [...new Set(machine.rows.map((row) => row.event))]
  const step = fc.record({ event: fc.constantFrom(...events), outcome: fc.option(fc.constantFrom(...statuses), { nil: undefined }) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let status: Status | null = null
      for (const { event, outcome } of steps) {
        const before: Status | null = status
        const result: TransitionResult<Status> = transition(machine, before, event, outcome)
        const ended = before !== null && machine.statuses[before].phase === "ended"
        if (ended) expect(result).toEqual({ ok: false, code: "already_ended" })
        if (!result.ok) continue
        const row = machine.rows.find((one) => one.from === before && one.event === event)
        expect(row?.to).toContain(result.status)
        if (outcome !== undefined) expect(result.status).toBe(outcome)
        expect(result.turn).toBe(machine.statuses[result.status].turn)
        status = result.status
      }
    }),
    { numRuns: 2_000 }
  )
}

describe("whatever is tried, in whatever order", () => {
  it("no negotiation leaves an ended status or its table", () => playsSafely(NEGOTIATION_MACHINE))
  it("no agreement leaves an ended status or its table", () => playsSafely(AGREEMENT_MACHINE))
})
