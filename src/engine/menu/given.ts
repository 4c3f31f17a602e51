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

function isSame(option: MenuOption, { lines }: StandingOption): boolean {
  return option.lines.length === lines.length && option.lines.every((line) => lines.some((other) =>
    other.variant_id === line.variant_id && other.quantity === line.quantity && other.unit_price === line.unit_price))
}

/** True where every option of a menu is prices alone and stands already: offered anew it would only take the place of what it repeats. */
export function standsAlready(menu: readonly MenuOption[], standing: readonly StandingOption[]): boolean {
  return menu.every((option) => isPlain(option) && standing.some((other) => isPlain(other) && isSame(option, other)))
}
