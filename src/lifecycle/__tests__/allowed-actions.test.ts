import { type BuyerAction, NEGOTIATION_STATUSES, type NegotiationStatus } from "../../contract"
import { allowedActions, isEnded, isOpen, NEGOTIATION_MACHINE, transition, turnOf } from ".."

describe("what a buyer may do", () => {
  it.each<[string, NegotiationStatus, boolean, number, BuyerAction[]]>([
    ["an offer is on the table", "awaiting_buyer", true, 2, ["accept", "counter", "refuse", "ask_person", "withdraw", "message"]],
    ["the last round is spent", "awaiting_buyer", true, 0, ["accept", "refuse", "ask_person", "withdraw", "message"]],
    ["a rep asked for facts", "awaiting_buyer", false, 2, ["counter", "ask_person", "withdraw", "message"]],
    ["a person decides while an offer stands", "in_review", true, 2, ["accept", "withdraw", "message"]],
    ["a person decides and nothing stands", "in_review", false, 2, ["withdraw", "message"]],
    ["agreed", "agreed", false, 2, ["message"]],
    ["the seller's draft", "draft", false, 4, []],
    ["over", "ordered", false, 2, []],
  ])("%s", (_what, status, hasStandingOffer, roundsLeft, actions) => {
    expect(allowedActions({ status, hasStandingOffer, roundsLeft })).toEqual(actions)
  })

  it("is never told of an action the machine refuses", () => {
    for (const status of NEGOTIATION_STATUSES) {
      for (const hasStandingOffer of [true, false]) {
        for (const action of allowedActions({ status, hasStandingOffer, roundsLeft: 1 })) {
          if (action === "message") continue
          const row = NEGOTIATION_MACHINE.rows.find((one) => one.from === status && one.event === action)
          expect(transition(NEGOTIATION_MACHINE, status, action, row?.to[0])).toMatchObject({ ok: true })
        }
      }
    }
  })
})

describe("whose move it is", () => {
  it.each<[NegotiationStatus, "buyer" | "seller" | null, boolean, boolean]>([
    ["draft", "seller", true, false],
    ["in_review", "seller", true, false],
    ["awaiting_buyer", "buyer", true, false],
    ["agreed", null, false, false],
    ["ordered", null, false, true],
    ["declined", null, false, true],
    ["withdrawn", null, false, true],
    ["expired", null, false, true],
    ["revoked", null, false, true],
  ])("%s: turn %s, open %s, ended %s", (status, turn, open, ended) => {
    expect([turnOf(status), isOpen(status), isEnded(status)]).toEqual([turn, open, ended])
  })
})
