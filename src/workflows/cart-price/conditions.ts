import type { PriceCandidate } from "./resolve-prices"

/** One thing that must be true of a buyer for a price to reach them: a rule of a price row, or one value of a list's rule. */
export interface Condition {
  readonly attribute: string
  readonly operator: string
  readonly value: string
}

/**
 * Attributes whose values are always words. Medusa 2.21.2 compares words for equality whatever a rule's operator says, so
 * the same condition may stand on a row under several operators.
 */
const WORDS: ReadonlySet<string> = new Set(["region_id", "customer_id", "customer.id", "customer.groups.id", "sales_channel_id"])
/** Attributes that Medusa takes out of the pricing context, or never puts there: a rule on one matches nobody. */
const NEVER: ReadonlySet<string> = new Set(["quantity", "currency_code", "min_quantity", "max_quantity"])

/** Whether an attribute's rules are compared for equality alone. */
export function isWord(attribute: string): boolean {
  return WORDS.has(attribute)
}

/** What a condition says, as a key: two conditions with one key are true together. */
export function factOf({ attribute, operator, value }: Condition): string {
  if (attribute === "customer.id") return `customer_id=${value}`
  return isWord(attribute) ? `${attribute}=${value}` : `${attribute} ${operator} ${value}`
}

function listAlternatives(rule: { readonly attribute: string; readonly value: unknown }): Condition[] {
  const values: readonly unknown[] = Array.isArray(rule.value) ? rule.value : [rule.value]
  return values.map((value) => ({ attribute: rule.attribute, operator: "eq", value: String(value) }))
}

/** More ways than this to meet one list's rules are not told apart. */
const MOST_ALTERNATIVES = 200

/** Two values of one thing at once: of a buyer's facts only the groups are several. */
function contradicts(way: readonly Condition[]): boolean {
  const values = new Map<string, string>()
  return way.some(({ attribute, operator, value }) => {
    if (attribute === "customer.groups.id" || !(isWord(attribute) || operator === "eq")) return false
    const thing = attribute === "customer.id" ? "customer_id" : attribute
    const other = values.get(thing)
    values.set(thing, value)
    return other !== undefined && other !== value
  })
}

/**
 * Every way in which a row's conditions can be met: its own rules, and one value of each of its list's. None where nobody can
 * meet them.
 */
export function alternativesOf(row: PriceCandidate): Condition[][] {
  const listRules = row.list?.rules ?? []
  if ([...row.rules, ...listRules].some((rule) => NEVER.has(rule.attribute))) return []
  let ways: Condition[][] = [row.rules.map(({ attribute, operator, value }) => ({ attribute, operator, value }))]
  for (const rule of listRules) {
    ways = ways.flatMap((way) => listAlternatives(rule).map((condition) => [...way, condition])).slice(0, MOST_ALTERNATIVES)
  }
  return ways.filter((way) => !contradicts(way))
}

/** The rows whose conditions are all among these facts. More facts never match fewer rows. */
export function rowsMatching(candidates: readonly PriceCandidate[], facts: ReadonlySet<string>): PriceCandidate[] {
  return candidates.filter(
    (row) =>
      row.rules.every((rule) => facts.has(factOf(rule))) &&
      (row.list?.rules ?? []).every((rule) => listAlternatives(rule).some((condition) => facts.has(factOf(condition))))
  )
}
