import { DEFAULT_POLICY_TERMS } from "../../../../contract"
import type { CaseDecision, LineMemory, UnitPrice } from "../../../../engine"
import type { GatheredFacts } from "../../facts/gather"
import { caseState, livingMemory } from "../case-state"
import { memoryOf } from "../decided-change"

const NOW = new Date("2026-11-23T12:00:00Z")
const STATE: LineMemory = { rounds: 3, asks: [], counters: [{ quantity: 10, unit_price: 1_000_000 as UnitPrice }], marginal_price: null }
const ENDED = "2026-11-20T00:00:00.000Z"

/** A case on one variant: when its window ends, and whose offer stands on which variants. */
function gathered(window_ends_at: string, offer: { customer_id?: string; variant_ids?: string[]; stands?: boolean } | null): GatheredFacts {
  const open = offer === null ? [] : [{
    id: "neg", customer_id: offer.customer_id ?? "cus", status: "awaiting_buyer", variant_ids: offer.variant_ids ?? ["v"], options: [],
    offer: offer.stands === false ? null : { origin: "person", expires_at: "2026-11-30T00:00:00Z", agreement_days: 30 },
  }]
  const memory = { variant_id: "v", version: 1, negotiation_id: "neg", state: STATE, window_ends_at, cool_down_until: null, declined: false }
  const facts = { input: { company: { customer_id: "cus" }, lines: [{ line_id: "line", variant_id: "v" }] }, stored: { memory: [memory], open_cases: open } }
  return facts as unknown as GatheredFacts
}

const kept = (facts: GatheredFacts) => caseState(facts, [], NOW).memory["line"]
const written = (facts: GatheredFacts) => {
  const decision = { lines: [{ line_id: "line", memory: STATE }] } as unknown as CaseDecision
  return memoryOf(facts, decision, DEFAULT_POLICY_TERMS, NOW)[0]?.window_ends_at.toISOString()
}

describe("what is remembered of an article", () => {
  it("counts inside its window, whatever stands", () => {
    expect(kept(gathered("2026-11-24T00:00:00Z", null))).toEqual(STATE)
    expect(written(gathered("2026-11-24T00:00:00.000Z", null))).toBe("2026-11-24T00:00:00.000Z")
  })

  it("is gone after it, and a new window begins", () => {
    expect(kept(gathered(ENDED, null))).toBeUndefined()
    expect(written(gathered(ENDED, null))).toBe("2026-12-23T12:00:00.000Z")
  })

  it("stays as long as an offer on the article stands in a case of the buyer's own, and no longer", () => {
    expect(kept(gathered(ENDED, {}))).toEqual(STATE)
    expect(written(gathered(ENDED, {}))).toBe(ENDED)
    for (const other of [{ customer_id: "colleague" }, { variant_ids: ["other"] }, { stands: false }]) {
      expect(livingMemory(gathered(ENDED, other), "v", NOW)).toBeNull()
    }
  })
})
