import { NEGOTIATION_STATUSES, OPEN_STATUSES, type NegotiationStatus } from "../../contract"
import { NEGOTIATION_MACHINE, type NegotiationMachineEvent, statusesOf, transition, validateMachine } from ".."

type Case = [from: NegotiationStatus | null, event: NegotiationMachineEvent, to: NegotiationStatus[]]

/** DESIGN.md's table, row by row, written down a second time on purpose: a change of the machine must be meant. */
const designTable: Record<string, Case[]> = {
  "buyer's price request, by decision": [[null, "request", ["agreed", "awaiting_buyer", "in_review", "declined"]]],
  "rep starts, sends within authority or beyond it, discards, forgets": [
    [null, "start", ["draft"]],
    ["draft", "send", ["awaiting_buyer", "in_review"]],
    ["draft", "discard", ["withdrawn"]],
    ["draft", "forget", ["expired"]],
  ],
  "accept an option; in_review if it could not be applied": [
    ["awaiting_buyer", "accept", ["agreed"]],
    ["awaiting_buyer", "apply_failed", ["in_review"]],
    ["in_review", "apply_failed", ["in_review"]],
  ],
  "counter, by decision": [["awaiting_buyer", "counter", ["agreed", "awaiting_buyer", "in_review", "declined"]]],
  "ask for a person": [["awaiting_buyer", "ask_person", ["in_review"]]],
  "refuse, or the offer lapses, as the policy says": [
    ["awaiting_buyer", "refuse", ["in_review", "declined"]],
    ["awaiting_buyer", "lapse_offer", ["in_review", "expired"]],
  ],
  "seller improves / takes the offer back": [
    ["awaiting_buyer", "improve", ["awaiting_buyer"]],
    ["awaiting_buyer", "take_back", ["in_review"]],
  ],
  "approve / counter / decline / asks the buyer for facts": [
    ["in_review", "approve", ["agreed", "in_review"]],
    ["in_review", "counter_offer", ["awaiting_buyer", "in_review"]],
    ["in_review", "decline", ["declined"]],
    ["in_review", "ask_facts", ["awaiting_buyer"]],
  ],
  "buyer accepts an option that still stands": [["in_review", "accept", ["agreed"]]],
  "SLA breached, authority too small, cost, list or variant changed": [
    ["in_review", "breach_sla", ["in_review"]],
    ["in_review", "basis_changed", ["in_review"]],
    ["in_review", "lapse_offer", ["in_review"]],
  ],
  "any open: buyer withdraws; basis gone; bought without it; time is up": [
    ...OPEN_STATUSES.flatMap((from): Case[] => [
      [from, "withdraw", ["withdrawn"]],
      [from, "supersede", ["withdrawn"]],
      [from, "start_afresh", ["withdrawn"]],
      [from, "basis_gone", ["expired"]],
      [from, "bought_otherwise", ["expired"]],
    ]),
    ["in_review", "lapse_case", ["expired"]],
    ["awaiting_buyer", "lapse_case", ["expired"]],
  ],
  "agreed: first order / lapses unused / revoked or a newer agreement overlaps": [
    ["agreed", "order", ["ordered"]],
    ["agreed", "lapse_agreement", ["expired"]],
    ["agreed", "revoke_agreement", ["revoked"]],
    ["agreed", "supersede", ["revoked"]],
  ],
}
const cases = Object.entries(designTable).flatMap(([row, list]) => list.map((one) => [row, ...one] as const))

describe("the negotiation machine", () => {
  it("is sound", () => expect(validateMachine(NEGOTIATION_MACHINE)).toEqual([]))

  it("has exactly the contract's statuses, and its open ones", () => {
    expect(statusesOf(NEGOTIATION_MACHINE)).toEqual([...NEGOTIATION_STATUSES])
    const open = statusesOf(NEGOTIATION_MACHINE).filter((status) => NEGOTIATION_MACHINE.statuses[status].phase === "open")
    expect(open).toEqual([...OPEN_STATUSES])
  })

  it.each(cases)("%s: %s --%s--> %s", (_row, from, event, to) => {
    for (const status of NEGOTIATION_STATUSES) {
      const turn = NEGOTIATION_MACHINE.statuses[status].turn
      expect(transition(NEGOTIATION_MACHINE, from, event, status)).toEqual(
        to.includes(status) ? { ok: true, status, turn } : { ok: false, code: "not_allowed" }
      )
    }
  })

  it("has no row the table doesn't tell", () => {
    const told = cases.map(([, from, event]) => `${from}/${event}`).sort()
    expect(NEGOTIATION_MACHINE.rows.map(({ from, event }) => `${from}/${event}`).sort()).toEqual(told)
  })
})
