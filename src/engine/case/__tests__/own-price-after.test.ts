import { decide } from "../.."
import { after, askFor, factsWith, FRESH, lineWith, menuOf, policyWith, units } from "../../__tests__/story"

/** The story's buyer asked, took 4,000 at 110, and asks again in another cart: 110 from 4,000 on is their own price by now. */
function askedAgain(price: number) {
  const policy = policyWith()
  const state = after(decide(policy, factsWith(), FRESH, askFor(110)), FRESH)
  const agreed = factsWith([lineWith({ own_prices: [{ min_quantity: 1, unit_price: units(120) }, { min_quantity: 4_000, unit_price: units(110) }] })])
  return decide(policy, agreed, { ...state, standing: [] }, askFor(price))
}

describe("a price given in the window that was agreed on since", () => {
  it("is pointed out again to an ask that it meets", () => {
    expect(menuOf(askedAgain(110))).toEqual(["volume 4000 @ 110", "counter 2000 @ 118"])
  })

  it("is not offered to an ask that it does not meet: it is to be had anyway", () => {
    expect(menuOf(askedAgain(109))).toEqual(["counter 2000 @ 118"])
  })
})
