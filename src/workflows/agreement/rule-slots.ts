import { isWord, type Condition } from "../cart-price/conditions"

/** The operators a price rule may have. Medusa keeps one rule for each attribute and operator of a price. */
const OPERATORS = ["eq", "gte", "lte", "gt", "lt"] as const

const slot = (attribute: string, operator: string) => `${attribute} ${operator}`

/**
 * The rules of a price row that says these conditions with exactly `count` rules. Medusa orders rows of price lists by their
 * number of rules before it looks at amounts, so a row gets as many as it has to; what is missing repeats a condition on
 * words under another operator, which Medusa compares for equality all the same. Pinned by
 * `integration-tests/cart/never-worse-off.spec.ts`.
 *
 * @returns in a fixed order, or null where so many rules can't be had, or the conditions themselves don't fit.
 */
export function rulesFor(conditions: readonly Condition[], count: number): Condition[] | null {
  const rules = new Map<string, Condition>()
  const put = (condition: Condition): boolean => {
    const { attribute, operator, value } = condition
    const own = isWord(attribute) ? OPERATORS : [operator]
    const free = own.find((each) => !rules.has(slot(attribute, each)))
    if (free === undefined) return false
    rules.set(slot(attribute, free), { attribute, operator: free, value })
    return true
  }
  for (const condition of conditions) if (!put(condition)) return null
  const words = conditions.filter(({ attribute }) => isWord(attribute))
  for (let next = 0; rules.size < count; next += 1) {
    const condition = words[next % Math.max(1, words.length)]
    if (!condition || next >= words.length * OPERATORS.length) return null
    put(condition)
  }
  return rules.size === count
    ? [...rules.values()].sort((a, b) => a.attribute.localeCompare(b.attribute) || a.operator.localeCompare(b.operator))
    : null
}

/** The most rules a row with these conditions can have; 0 where they don't fit on one row. */
export function mostRules(conditions: readonly Condition[]): number {
  let most = conditions.length
  if (rulesFor(conditions, most) === null) return 0
  while (rulesFor(conditions, most + 1) !== null) most += 1
  return most
}
