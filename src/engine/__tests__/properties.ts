import fc from "fast-check"
import { ownPriceAt, type MenuOption, type OptionLine } from ".."
import { caseArbitrary, RUNS, stepsArbitrary, termsArbitrary } from "./arbitraries"
import { walk, type Turn } from "./walk"

/** Policies, cases and what happens in a window. */
export const walks = fc.record({ terms: termsArbitrary, draw: caseArbitrary, steps: stepsArbitrary() })
/** What {@link walks} draws. */
export type Walk = typeof walks extends fc.Arbitrary<infer Drawn> ? Drawn : never

function everyTurn(check: (turn: Turn, turns: readonly Turn[], index: number) => void) {
  return ({ terms, draw, steps }: Walk): void => {
    const turns = walk(terms, draw, steps)
    turns.forEach((turn, index) => check(turn, turns, index))
  }
}

/** Checks every turn of random walks. */
export function assertWalks(check: (turn: Turn, turns: readonly Turn[], index: number) => void): void {
  fc.assert(fc.property(walks, everyTurn(check)), RUNS)
}

/** The options a decision newly gives, unless it only lets stand what stood. */
export function offered({ decision }: Turn): readonly MenuOption[] {
  return decision.standing ? [] : decision.menu
}

/** What a decision newly gives of the asked article: its menu or what it agrees to. A substitute is another article. */
export function given(turn: Turn): OptionLine[] {
  const lines = offered(turn).filter(({ kind }) => kind !== "substitute").flatMap((option) => option.lines)
  return turn.decision.standing ? [] : [...lines, ...turn.decision.accepted]
}

/** True where a line costs what the buyer pays anyway. */
export function isOwnTier(turn: Turn, line: OptionLine): boolean {
  return ownPriceAt(turn.facts.lines[0]?.own_prices ?? [], line.quantity) === line.unit_price
}

/** What earlier turns of the same window gave, other than what the buyer pays anyway. */
export function givenBefore({ window }: Turn, earlier: readonly Turn[]): OptionLine[] {
  return earlier.filter((turn) => turn.window === window).flatMap((turn) => given(turn).filter((line) => !isOwnTier(turn, line)))
}

/** The floor, told apart from the engine: cross-multiplied in BigInt. */
export function isUnderFloor(turn: Turn, price: number): boolean {
  const line = turn.facts.lines[0]
  if (line === undefined) return true
  const bps = (share: number): bigint => BigInt(Math.round(share * 10_000))
  if (line.unit_cost !== null) return BigInt(price) * (10_000n - bps(turn.terms.minimum_margin)) < BigInt(line.unit_cost) * 10_000n
  const discount = turn.terms.without_cost_max_discount
  return discount === null || BigInt(price) * 10_000n < BigInt(line.list_unit_price) * (10_000n - bps(discount))
}
