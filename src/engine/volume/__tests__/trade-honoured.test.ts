import { askFor, factsWith, FRESH, lineWith, menuOf, policyWith, units } from "../../__tests__/story"
import { decide } from "../.."

/** The golden line, last bought at a price in so many pieces, under a policy that honours it. */
const asked = (price: number, quantity: number, age_days = 30) => {
  const line = lineWith({ last_paid: { unit_price: units(price), quantity, age_days } })
  return menuOf(decide(policyWith({ last_paid: "honour" }), factsWith([line]), FRESH, askFor(110)))
}

describe("trades beside a last price paid that is honoured", () => {
  it("are no dearer than it from its quantity on", () => {
    expect(asked(113, 4_000)).toEqual(["volume 4000 @ 110", "counter 2000 @ 118"])
    expect(asked(110, 3_900)).toEqual(["volume 4000 @ 110", "counter 2000 @ 118"])
  })

  it("are given as they are under its quantity", () => {
    expect(asked(100, 4_001)).toEqual(["volume 4000 @ 110", "counter 2000 @ 118"])
  })

  it("are left out where a person would decide on it, unless it is too old", () => {
    expect(asked(100, 4_000)).toEqual(["counter 2000 @ 118"])
    expect(asked(100, 4_000, 400)).toEqual(["volume 4000 @ 110", "counter 2000 @ 118"])
  })

  it("go down to it at as many pieces as earn it, where a person would decide on it at its own quantity", () => {
    expect(asked(109.5, 4_000)).toEqual(["volume 4000 @ 109.5", "counter 2000 @ 118"])
  })

  it("make way for it where it brings less than the counter too: who asks for its pieces is given it anyway", () => {
    const line = lineWith({ last_paid: { unit_price: units(113), quantity: 2_100, age_days: 30 } })
    const menu = menuOf(decide(policyWith({ last_paid: "honour", volume_gain_share: 1 }), factsWith([line]), FRESH, askFor(113.5)))
    expect(menu).toEqual(["volume 2100 @ 113", "counter 2000 @ 118"])
    const { lines } = decide(policyWith({ last_paid: "honour", volume_gain_share: 1 }), factsWith([line]), FRESH, askFor(113.5))
    expect(lines[0]?.memory.counters).toContainEqual({ quantity: 2_100, unit_price: units(113) })
  })

  it("are no fewer pieces than are sold at once", () => {
    const line = lineWith({ minimum_quantity: 2_400, last_paid: { unit_price: units(113), quantity: 2_100, age_days: 30 } })
    const menu = menuOf(decide(policyWith({ last_paid: "honour", volume_gain_share: 1 }), factsWith([line]), FRESH, askFor(113.5)))
    expect(menu).toEqual(["volume 2500 @ 113"])
  })

  it("make way for it where it can be had at fewer pieces", () => {
    const line = lineWith({ last_paid: { unit_price: units(112), quantity: 4_100, age_days: 30 } })
    const menu = menuOf(decide(policyWith({ last_paid: "honour", volume_gain_share: 1 }), factsWith([line]), FRESH, askFor(113)))
    expect(menu).toEqual(["volume 4100 @ 112", "counter 2000 @ 118"])
  })
})
