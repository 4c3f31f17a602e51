import type { CaseDecision, CaseFacts, MenuOption, OptionLine } from ".."
import { assertBaskets } from "./baskets"
import { assertMoves } from "./moves"
import { offered } from "./properties"

/** What an option comes to per piece of a line, times the line's pieces and the whole in basis points: exact, to be compared. */
function cash({ concession }: MenuOption, { unit_price }: OptionLine): bigint {
  return BigInt(unit_price) * (10_000n - BigInt(concession?.percent ?? 0))
}

/** True where nothing is asked of the buyer for `a` that isn't for `b` as well. */
function comparable(a: MenuOption, b: MenuOption): boolean {
  const same = a.concession === null || (
    a.concession.kind === b.concession?.kind && a.concession.shipping_option_id === b.concession.shipping_option_id && a.concession.payment_term === b.concession.payment_term
  )
  return same && a.lines.length === b.lines.length && a.lines.every((line, index) => line.variant_id === b.lines[index]?.variant_id)
}

/** True where no buyer takes `b` beside `a`: no more pieces at no higher price, or no fewer for no more money in all; better in one thing at least. */
function dominates(a: MenuOption, b: MenuOption): boolean {
  if (!comparable(a, b)) return false
  const pairs = a.lines.map((line, index) => [line, b.lines[index] as OptionLine] as const)
  const easier = pairs.every(([one, other]) => one.quantity <= other.quantity && cash(a, one) <= cash(b, other))
  const more = a.overall_cost.goods <= b.overall_cost.goods && pairs.every(([one, other]) => one.quantity >= other.quantity)
  return easier || more
}

function expectNoneDominated(menu: readonly MenuOption[]): void {
  for (const one of menu) for (const other of menu) if (one !== other) expect([one, other, dominates(one, other)]).toEqual([one, other, false])
}

describe("menus, none of whose options another one beats for the buyer", () => {
  it("new and restated ones, in a window in which anything may change", () => {
    assertMoves((turn) => expectNoneDominated(offered(turn)))
  })

  it("of baskets", () => {
    assertBaskets((turn) => expectNoneDominated(offered(turn)))
  })
})

/** What an answer gives for a line: a substitute and what hangs on a condition aside. */
function given({ menu, accepted }: CaseDecision, lineId: string): readonly OptionLine[] {
  const free = menu.filter(({ concession, kind }) => concession === null && kind !== "substitute").flatMap(({ lines }) => lines)
  return [...free, ...accepted].filter(({ line_id }) => line_id === lineId)
}

/** Least a quantity costs with everything that is to be had: own prices, what was given, in one order. */
function least({ lines }: CaseFacts, lineId: string, all: readonly { quantity: number; unit_price: number }[], quantity: number): number {
  const own = (lines.find((line) => line.line_id === lineId)?.own_prices ?? []).filter(({ min_quantity }) => min_quantity <= quantity).at(-1)?.unit_price ?? 0
  return Math.min(own, ...all.filter((each) => each.quantity <= quantity).map(({ unit_price }) => unit_price))
}

describe("3: splitting a volume never pays", () => {
  it("in one order the pieces of an offer cost no more than in two, whatever the parts", () => {
    assertMoves(({ facts, decision }) => {
      if (decision.standing) return
      for (const line of decision.lines) {
        const of = facts.lines.find(({ line_id }) => line_id === line.line_id)
        const tiers = of?.own_prices ?? []
        // Own tiers that rise with quantity are the merchant's: there splitting pays without any offer.
        if (tiers.some((tier, index) => index > 0 && tier.unit_price > (tiers[index - 1]?.unit_price ?? 0))) continue
        const offers = given(decision, line.line_id)
        const all = [...offers, ...line.memory.counters]
        for (const { quantity, unit_price } of offers) {
          const whole = unit_price * quantity
          const parts = [1, 2, Math.floor(quantity / 2), ...all.map((each) => each.quantity), ...tiers.map(({ min_quantity }) => min_quantity)]
          // Neither part may be smaller than what is sold at once.
          const smallest = of?.minimum_quantity ?? 1
          for (const part of parts.filter((each) => each >= smallest && quantity - each >= smallest)) {
            const split = least(facts, line.line_id, all, part) * part + least(facts, line.line_id, all, quantity - part) * (quantity - part)
            expect(whole).toBeLessThanOrEqual(split)
          }
        }
      }
    })
  })
})
