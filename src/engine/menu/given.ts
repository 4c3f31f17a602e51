import type { LineFacts, LineMemory, MenuOption, StandingOption } from "../types"
import { withCounter } from "../memory/memory"
import { ownPriceAt } from "../price/own-price"

/** Kinds of option that are prices at quantities and nothing else. A caller's other kinds, such as a person's offer with terms, may be more. */
const PLAIN: ReadonlySet<string> = new Set(["counter", "volume", "as_asked"])

function isPlain({ kind, concession }: Pick<StandingOption, "kind" | "concession">): boolean {
  return (concession ?? null) === null && PLAIN.has(kind)
}

/**
 * The prices a line was given in the window, with those of the options that stand on its article, whoever offered them and whenever: a
 * new menu replaces the offer they stand in, and must not cost more (ENGINE.md, invariant 2). What has a condition is no price by
 * itself; what the buyer pays anyway was not given.
 */
export function countersWith(counters: LineMemory["counters"], standing: readonly StandingOption[], line: LineFacts): LineMemory["counters"] {
  let all = counters
  for (const option of standing) {
    if (!isPlain(option)) continue
    for (const { variant_id, quantity, unit_price } of option.lines) {
      if (variant_id === line.variant_id && unit_price < ownPriceAt(line.own_prices, quantity)) all = withCounter(all, quantity, unit_price)
    }
  }
  return all
}

/** True where what stands gives at least the pieces of an option for no more money: the same ones, if it is the same. */
function isNoDearer({ lines: standing }: StandingOption, { lines, overall_cost }: MenuOption): boolean {
  const total = standing.reduce((sum, line) => sum + line.unit_price * line.quantity, 0)
  return total <= overall_cost.goods && lines.every((line) => standing.some(({ variant_id, quantity }) => variant_id === line.variant_id && quantity >= line.quantity))
}

/**
 * True where each option of a menu is one that stands already, or that no buyer would take beside it: offered anew, the menu would
 * only take the place of what is as good or better.
 */
export function bringsNothing(menu: readonly MenuOption[], standing: readonly StandingOption[]): boolean {
  const plain = standing.filter(isPlain)
  return menu.every((option) => plain.some((other) => isNoDearer(other, option)))
}
