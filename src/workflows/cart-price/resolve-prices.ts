/** A rule on a price row. Operators other than `eq` compare numbers. */
export interface PriceRule {
  readonly attribute: string
  readonly operator: string
  readonly value: string
}

/** The price list a row belongs to. */
export interface CandidateList {
  readonly id: string
  readonly type: string
  readonly status: string
  readonly starts_at: Date | string | null
  readonly ends_at: Date | string | null
  readonly rules_count: number | null
  readonly rules: readonly { readonly attribute: string; readonly value: unknown }[]
}

/** One price row of a price set, in one currency. Amount per piece in major units. */
export interface PriceCandidate {
  readonly id: string
  readonly price_set_id: string
  readonly amount: number
  readonly min_quantity: number | null
  readonly max_quantity: number | null
  readonly rules_count: number | null
  readonly rules: readonly PriceRule[]
  /** Null for a base price. */
  readonly list: CandidateList | null
}

/** What the buyer brings, flat: attribute → value or values. */
export type PriceContext = Readonly<Record<string, string | number | readonly string[]>>

/** A quantity from which on a unit price holds, and the row it comes from. */
export interface OwnTier {
  readonly min_quantity: number
  readonly unit_price: number
  readonly price_id: string
}

function matchesNumber(rule: PriceRule, value: number): boolean {
  const bound = Number(rule.value)
  if (rule.operator === "eq") return rule.value === String(value)
  if (rule.operator === "gt") return value > bound
  if (rule.operator === "gte") return value >= bound
  if (rule.operator === "lt") return value < bound
  return rule.operator === "lte" && value <= bound
}

function matchesRule(rule: PriceRule, context: PriceContext): boolean {
  const value = context[rule.attribute]
  if (value === undefined) return false
  if (typeof value === "number") return matchesNumber(rule, value)
  return typeof value === "string" ? value === rule.value : value.includes(rule.value)
}

function matchesListRule(rule: { attribute: string; value: unknown }, context: PriceContext): boolean {
  const given = context[rule.attribute]
  if (given === undefined) return false
  const wanted: readonly unknown[] = Array.isArray(rule.value) ? rule.value : [rule.value]
  const values: readonly unknown[] = Array.isArray(given) ? given : [given]
  return values.some((value) => wanted.includes(value))
}

function listApplies(list: CandidateList, context: PriceContext, now: Date): boolean {
  if (list.status !== "active") return false
  if (list.starts_at !== null && new Date(list.starts_at) > now) return false
  if (list.ends_at !== null && new Date(list.ends_at) < now) return false
  return list.rules_count === 0 || list.rules.filter((rule) => matchesListRule(rule, context)).length === list.rules_count
}

/** The rows that this buyer could get at some quantity: everything holds but the quantity. */
export function candidatesFor(candidates: readonly PriceCandidate[], context: PriceContext, now: Date): PriceCandidate[] {
  return candidates.filter(
    (row) =>
      (row.rules_count === 0 || row.rules.filter((rule) => matchesRule(rule, context)).length === row.rules_count) &&
      (row.list === null || listApplies(row.list, context, now))
  )
}

function holdsAt(row: PriceCandidate, quantity: number): boolean {
  return (row.min_quantity === null || row.min_quantity <= quantity) && (row.max_quantity === null || row.max_quantity >= quantity)
}

/** How many rules stand behind a row, its list's included: Medusa's order among rows of price lists. */
export const specificity = (row: PriceCandidate): number => (row.rules_count ?? 0) + (row.list?.rules_count ?? 0)

/**
 * Medusa's choice among the rows that hold for this buyer at this quantity (pricing module 2.21.2, `calculatePrices`): rows
 * of price lists first, then the most rules, then the lowest amount. The first list row's type decides: `override` is
 * taken as it is, `sale` only where it is not above the base price.
 *
 * @returns the row, or null where nothing gives this buyer a price at this quantity.
 */
export function choosePrice(matching: readonly PriceCandidate[], quantity: number): PriceCandidate | null {
  const rows = matching
    .filter((row) => holdsAt(row, quantity))
    .sort((a, b) => specificity(b) - specificity(a) || a.amount - b.amount)
  const fromList = rows.find((row) => row.list !== null)
  const base = rows.find((row) => row.list === null) ?? null
  if (!fromList) return base
  if (fromList.list?.type === "override" || !base) return fromList
  return fromList.amount <= base.amount ? fromList : base
}

/**
 * What a buyer pays at every quantity: one entry for each quantity at which the unit price changes, ascending. Quantities
 * without any price are left out.
 */
export function resolveTiers(candidates: readonly PriceCandidate[], context: PriceContext, now: Date = new Date()): OwnTier[] {
  return tiersOf(candidatesFor(candidates, context, now))
}

/** {@link resolveTiers} over rows that are known to reach the buyer at some quantity. */
export function tiersOf(matching: readonly PriceCandidate[]): OwnTier[] {
  const quantities = new Set([1])
  for (const row of matching) {
    if (row.min_quantity !== null) quantities.add(Math.max(1, Math.ceil(row.min_quantity)))
    if (row.max_quantity !== null) quantities.add(Math.max(1, Math.floor(row.max_quantity) + 1))
  }
  const tiers: OwnTier[] = []
  for (const quantity of [...quantities].sort((a, b) => a - b)) {
    const row = choosePrice(matching, quantity)
    if (row && row.amount !== tiers.at(-1)?.unit_price) tiers.push({ min_quantity: quantity, unit_price: row.amount, price_id: row.id })
  }
  return tiers
}

/** The unit price at a quantity; null under the first tier. */
export function unitPriceAt(tiers: readonly { min_quantity: number; unit_price: number }[], quantity: number): number | null {
  return tiers.findLast((tier) => tier.min_quantity <= quantity)?.unit_price ?? null
}
