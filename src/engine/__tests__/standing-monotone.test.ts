import fc from "fast-check"
import { decide, ownPriceAt, type CaseEvent, type CaseFacts, type MenuOption, type OptionLine } from ".."
import { askFrom, caseArbitrary, RUNS, stepsArbitrary, termsArbitrary } from "./arbitraries"
import { movedWalks, playMoves } from "./moves"
import { isOwnTier } from "./properties"
import { walk, type Turn } from "./walk"

const pairs = fc.record({
  first: fc.double({ min: 0.3, max: 1.05, noNaN: true }), second: fc.double({ min: 0.3, max: 1.05, noNaN: true }), quantity: fc.integer({ min: 1, max: 40 }),
})

/** True where an article that stands in costs what the buyer pays for it anyway: nothing was given that could be taken away. */
function isOwnPriceOfSubstitute({ lines }: CaseFacts, { variant_id, quantity, unit_price }: OptionLine): boolean {
  const found = lines[0]?.substitutes?.find((each) => each.variant_id === variant_id)
  return ownPriceAt(found?.own_prices ?? [], quantity) <= unit_price
}

/** True where a buyer who took the higher ask's answer may still have what the lower one was told: now, or by asking for just that. */
function stillToBeHad(option: MenuOption, { policy, facts, state }: Turn, higher: Turn["decision"]): boolean {
  const [line] = option.lines
  if (line === undefined) return true
  const has = higher.menu.some(({ kind, concession, lines: [other] }) => {
    if (other === undefined || other.variant_id !== line.variant_id || other.quantity > line.quantity) return false
    const same = concession === null || (concession.kind === option.concession?.kind && concession.percent >= option.concession.percent)
    return other.unit_price <= line.unit_price && same && (kind === "substitute") === (option.kind === "substitute")
  })
  if (has) return true
  // A condition has to be chosen from the menu: no ask brings it back.
  if (option.kind === "substitute") return isOwnPriceOfSubstitute(facts, line)
  if (option.concession !== null) return false
  if (ownPriceAt(facts.lines[0]?.own_prices ?? [], line.quantity) <= line.unit_price) return true
  const memory = Object.fromEntries(higher.lines.map((each) => [each.line_id, each.memory]))
  const event: CaseEvent = { type: "ask", asks: [{ line_id: line.line_id, quantity: line.quantity, unit_price: line.unit_price }] }
  // The offer was replaced by the higher ask's menu, so only the memory of the window can honour it.
  const after = decide(policy, facts, { memory, standing: [], cooling_down: state.cooling_down }, event)
  // What a person decides at its quantity (stock, a risen cost, a price to honour under the band) stays theirs.
  return after.answer === "accept" || after.answer === "person"
}

/** What a condition takes off is reckoned anew for every offer, from today's cost and the asked pieces; prices are kept. */
function isOpen({ concession, lines: [line] }: MenuOption, { decision: { lines: [asked] } }: Pick<Turn, "decision">, fixed: boolean): boolean {
  return concession === null || (fixed && line?.quantity === asked?.ask?.quantity)
}

/** True where an option was the buyer's own price when it was offered: nothing was given then, and it went with their price list (docs/adr/0018). */
function wasOwn({ lines, concession }: MenuOption, turns: readonly Turn[]): boolean {
  return concession === null && turns.some((turn) => turn.decision.menu.some((offered) =>
    lines.every((line, index) => line.unit_price === offered.lines[index]?.unit_price && line.quantity === offered.lines[index]?.quantity && isOwnTier(turn, line))))
}

function check(turn: Turn, turns: readonly Turn[], draw: Parameters<typeof askFrom>[0], pair: { first: number; second: number; quantity: number }, fixed: boolean): void {
  const { policy, facts, state } = turn
  const asked = (price: number) => decide(policy, facts, state, askFrom(draw, { do: "ask", price, quantity: pair.quantity }))
  const lower = asked(Math.min(pair.first, pair.second))
  const higher = asked(Math.max(pair.first, pair.second))
  if (lower.answer !== "counter" || higher.answer !== "counter" || lower.standing === higher.standing) return
  // Something new for the lower ask alone would make it the better one to ask.
  expect([lower.standing, higher.standing]).toEqual([true, false])
  for (const option of lower.menu) {
    if (isOpen(option, { decision: higher }, fixed) && !wasOwn(option, turns)) expect([option, stillToBeHad(option, turn, higher)]).toEqual([option, true])
  }
}

describe("5: where the lower ask hears what stands, the higher one's new menu takes nothing of it away", () => {
  it("in a window in which nothing changes", () => {
    const still = fc.record({ terms: termsArbitrary, draw: caseArbitrary, steps: stepsArbitrary(false) })
    fc.assert(fc.property(still, pairs, ({ terms, draw, steps }, pair) => {
      const turn = walk(terms, draw, steps).at(-1)
      // Prices stay as they are: an own tier that stands is still to be had.
      if (turn !== undefined) check(turn, [], draw, pair, true)
    }), RUNS)
  })

  it("in a window in which anything may change", () => {
    fc.assert(fc.property(movedWalks, pairs, (drawn, pair) => {
      const turns = playMoves(drawn)
      const turn = turns.at(-1)
      if (turn !== undefined) check(turn, turns, drawn.draw, pair, false)
    }), RUNS)
  })
})
