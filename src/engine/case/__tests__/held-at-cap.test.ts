import { decide } from "../.."
import { askFor, factsWith, FRESH, lineWith, menuOf, policyWith, units } from "../../__tests__/story"

/** What the story's buyer hears who paid 112 for 8,000 pieces, while costs have not fallen since. */
function heard(ask: number) {
  const last_paid = { unit_price: units(112), quantity: 8_000, age_days: 30, unit_cost: units(80) }
  return menuOf(decide(policyWith({ last_paid: "hold", automatic_limit: { usd: 1_000_000 } }), factsWith([lineWith({ last_paid })]), FRESH, askFor(ask)))
}

describe("a held price beside the best price at the cap", () => {
  it("is what the cap earns, where volume alone would earn less", () => {
    expect(heard(100)).toEqual(["volume 6000 @ 112", "counter 2000 @ 118"])
  })

  it("lets an ask above it be earned by volume as ever", () => {
    expect(heard(113)).toEqual(["volume 3000 @ 113", "counter 2000 @ 118"])
  })
})
