import { decide, ladder, type CompiledPolicy } from ".."
import { MAX_QUANTITY } from "../money"
import { isValid } from "../routing/valid"
import { assertBaskets } from "./baskets"
import { assertMoves } from "./moves"
import { assertWalks } from "./properties"
import { after, askFor, factsWith, FRESH, lineWith, menuOf, policyWith, units } from "./story"
import type { Turn } from "./walk"

/** Fails where a decision's memory, or its menu once it stands, is something the engine would not decide on, for the very same facts. */
function expectValidAfter({ facts, state, event, decision }: Turn): void {
  if (decision.reason_code === "invalid_facts") return
  expect(isValid(facts, after(decision, state), event)).toBe(true)
  for (const { lines } of decision.menu) for (const { quantity } of lines) expect(quantity).toBeLessThanOrEqual(MAX_QUANTITY)
}

describe("what a decision gives can be decided on again, up to the largest quantity there is", () => {
  it("in a window of one line", () => {
    assertWalks(expectValidAfter)
  })

  it("in a window in which anything may change", () => {
    assertMoves(expectValidAfter)
  })

  it("in a basket", () => {
    assertBaskets(expectValidAfter)
  })

  it("and no published step is for more", () => {
    assertWalks(({ policy, facts }) => {
      const open: CompiledPolicy = { ...policy, initiation: "threshold" }
      for (const line of facts.lines) for (const { min_quantity } of ladder(open, facts, line, null)) expect(min_quantity).toBeLessThanOrEqual(MAX_QUANTITY)
    })
  })

  it("at a price of cents and millions of pieces", () => {
    const cents = lineWith({ list_unit_price: units(0.5), own_prices: [{ min_quantity: 1, unit_price: units(0.5) }], unit_cost: units(0.3), quantity: 4_000_000 })
    const policy = policyWith({ automatic_limit: { usd: 1_000_000_000 }, volume_step: 1_000, initiation: "threshold" })
    const first = decide(policy, factsWith([cents]), FRESH, askFor(0.4, 4_000_000))
    expect(menuOf(first)).toEqual(["volume 10000000 @ 0.45", "counter 4000000 @ 0.49"])
    expect(decide(policy, factsWith([cents]), after(first), askFor(0.48, 4_000_000))).toMatchObject({ answer: "counter", reason_code: "countered" })
    expect(ladder(policy, factsWith([cents]), cents, null).map(({ min_quantity }) => min_quantity)).toEqual([5_500_000, 7_000_000, 8_500_000, 10_000_000])
  })
})
