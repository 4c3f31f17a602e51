import fc from "fast-check"
import { decide, ownPriceAt, type MenuOption, type OptionLine } from ".."
import { askFrom, RUNS } from "./arbitraries"
import { walks } from "./properties"
import { walk, type Turn } from "./walk"

describe("5: buyer-monotone", () => {
  const rank = { accept: 3, counter: 2, person: 1, decline: 0, expire: 0, limit: 0 } as const

  /** True where an option of a lower ask is still to be had after the higher one, or what the higher one gets is easier. */
  function kept(option: MenuOption, higher: Turn["decision"], facts: Turn["facts"], ask: number): boolean {
    const line = option.lines[0] as OptionLine
    if (option.kind === "substitute") return substituteKept(line, higher, ask)
    if (option.concession !== null && leverKept(option, higher)) return true
    if (higher.menu.some((other) => moreForLess(other, option))) return true
    const plain = higher.menu.filter(({ concession, kind }) => concession === null && kind !== "substitute").flatMap((other) => other.lines)
    const remembered = higher.lines.flatMap((other) => other.memory.counters)
    const price = option.concession === null ? line.unit_price : 0
    return (
      plain.some((other) => other.quantity <= line.quantity && other.unit_price <= Math.max(price, ask)) ||
      (option.concession === null && remembered.some((entry) => entry.quantity <= line.quantity && entry.unit_price <= line.unit_price)) ||
      (option.concession === null && ownPriceAt(facts.lines[0]?.own_prices ?? [], line.quantity) === line.unit_price)
    )
  }

  /** At least the pieces for no more money in all, on no condition. */
  function moreForLess(other: MenuOption, option: MenuOption): boolean {
    const [line, than] = [other.lines[0] as OptionLine, option.lines[0] as OptionLine]
    return other.concession === null && line.variant_id === than.variant_id && line.quantity >= than.quantity && other.overall_cost.goods <= option.overall_cost.goods
  }

  /** An article for no more money stands in for a dearer one; so does the asked one at the price asked. */
  function substituteKept(line: OptionLine, higher: Turn["decision"], ask: number): boolean {
    return higher.menu.some(({ kind, concession, lines }) => {
      const other = lines[0] as OptionLine
      if (concession !== null || other.quantity > line.quantity) return false
      return other.unit_price <= (kind === "substitute" ? line.unit_price : ask)
    })
  }

  /** The same condition, or none, for no more money all in all; to one basis point of the goods before the cut, which cuts are counted in. */
  function leverKept(option: MenuOption, higher: Turn["decision"]): boolean {
    const [line] = option.lines
    const basisPoint = Math.ceil(((line?.quantity ?? 0) * (line?.unit_price ?? 0)) / 10_000)
    return higher.menu.some((other) => {
      const same = other.concession === null || (
        other.concession.kind === option.concession?.kind &&
        other.concession.shipping_option_id === option.concession.shipping_option_id &&
        other.concession.payment_term === option.concession.payment_term
      )
      if (!same || other.kind === "substitute" || (other.lines[0]?.quantity ?? 0) > (line?.quantity ?? 0)) return false
      return other.overall_cost.total <= option.overall_cost.total + basisPoint
    })
  }

  it("gives a higher ask no worse an answer", () => {
    const pairs = fc.record({ first: fc.double({ min: 0.3, max: 1.05, noNaN: true }), second: fc.double({ min: 0.3, max: 1.05, noNaN: true }), quantity: fc.integer({ min: 1, max: 40 }) })
    fc.assert(
      fc.property(walks, pairs, ({ terms, draw, steps }, pair) => {
        const turns = walk(terms, draw, steps)
        const turn = turns.at(-1)
        if (turn === undefined) return
        const { policy, facts, state } = turn
        const [low, high] = [Math.min(pair.first, pair.second), Math.max(pair.first, pair.second)]
        const asked = (price: number) => askFrom(draw, { do: "ask", price, quantity: pair.quantity })
        const highAsk = asked(high)
        const lower = decide(policy, facts, state, asked(low))
        const higher = decide(policy, facts, state, highAsk)
        const price = highAsk.type === "ask" ? (highAsk.asks[0]?.unit_price ?? 0) : 0
        // With no rounds left a plausible ask goes to a person "as well": what stands stays acceptable, so it ranks the same.
        const aside = higher.reason_code === "last_round" || higher.reason_code === "cooling_down"
        if (!aside) expect(rank[higher.answer]).toBeGreaterThanOrEqual(rank[lower.answer])
        if (higher.answer !== "counter" || lower.answer !== "counter" || higher.standing || lower.standing) return
        const counter = (decision: typeof higher) => decision.menu.find((option) => option.kind === "counter")?.lines[0]?.unit_price
        const standing = counter(lower)
        const next = counter(higher)
        if (standing !== undefined && next !== undefined) expect(next).toBeLessThanOrEqual(standing)
        for (const option of lower.menu) expect(kept(option, higher, facts, price)).toBe(true)
      }),
      RUNS
    )
  })
})
