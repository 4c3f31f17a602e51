import { includesTax, type TaxPreferences } from "../cart-price/own-prices"
import { alternativesOf, factOf, rowsMatching, type Condition } from "../cart-price/conditions"
import { specificity, tiersOf, type OwnTier, type PriceCandidate } from "../cart-price/resolve-prices"
import { factsOf, waysTo, type Audience } from "./audience"
import { markOverBase } from "./over-base"
import { cheaperThan, planRows, upTo, type PlannedRow } from "./plan-rows"
import { mostRules, rulesFor } from "./rule-slots"

/** One agreed price of a variant and who it is for. Unit price in major units. */
export interface AgreedPrice {
  readonly line_id: string
  readonly min_quantity: number
  readonly unit_price: number
  /** Pieces that may still be bought at it; left out or null for any number. */
  readonly remaining_quantity?: number | null
  readonly audience: Audience
}

/** Everything agreed on one variant by one company in one region and currency, and every price it stands beside. */
export interface VariantPlanInput {
  readonly region_id: string
  readonly preferences: TaxPreferences
  readonly agreed: readonly AgreedPrice[]
  readonly candidates: readonly PriceCandidate[]
}

/** A price row to be: what, and for whom. */
export interface VariantRow extends PlannedRow {
  readonly line_id: string
  /** True: tax as the currency says, so that the region must stand on the row's list instead of on the row. */
  readonly by_currency: boolean
  /** True: above the base price, which Medusa would take instead of a `sale`. */
  readonly over_base: boolean
  readonly rules: readonly Condition[]
}

/** Why a variant's agreed prices can't be brought into the store. */
export type PlanProblem = "no_price" | "outranked"

/** More special cases than this on one variant are no longer followed. */
const MOST_WAYS = 100

interface Draft extends PlannedRow {
  readonly line_id: string
  readonly by_currency: boolean
  readonly over_base: boolean
  readonly conditions: readonly Condition[]
}

interface Own {
  readonly tiers: readonly OwnTier[]
  readonly rows: readonly PriceCandidate[]
}

function ownOf(candidates: readonly PriceCandidate[], facts: ReadonlySet<string>): Own {
  const rows = rowsMatching(candidates, facts)
  return { tiers: tiersOf(rows), rows }
}

function followsCurrency(own: Own, tier: OwnTier | undefined, { region_id, preferences }: VariantPlanInput): boolean {
  const row = own.rows.find((each) => each.id === tier?.price_id)
  const regional = row?.rules.some((rule) => rule.attribute === "region_id" && rule.value === region_id) ?? false
  return includesTax(regional, preferences) !== includesTax(true, preferences)
}

/** Which price of a plan comes from where decides whose word on tax it follows: the agreed one that of the price for one piece. */
function withTax(rows: readonly PlannedRow[], price: AgreedPrice, owns: readonly Own[], input: VariantPlanInput): (PlannedRow & { by_currency: boolean })[] {
  return rows.map((row) => {
    const from = owns.find((own) => own.tiers.findLast((tier) => tier.min_quantity <= row.min_quantity)?.unit_price === row.unit_price)
    const own = row.unit_price === price.unit_price ? owns[0] : from
    const tier = row.unit_price === price.unit_price ? own?.tiers[0] : own?.tiers.findLast((each) => each.min_quantity <= row.min_quantity)
    return { ...row, by_currency: own ? followsCurrency(own, tier, input) : false }
  })
}

/** The ways in which some of an audience pay less than the rest: each what is true of them besides, once. */
function waysOf(audience: Audience, input: VariantPlanInput): Condition[][] {
  const ways = new Map<string, Condition[]>()
  for (const row of input.candidates) {
    if (row.list === null) continue
    for (const way of waysTo(row, audience, input.region_id)) {
      if (way.length > 0) ways.set(way.map(factOf).sort().join("\n"), way)
    }
  }
  return [...ways.values()]
}

function draftsOf(price: AgreedPrice, input: VariantPlanInput): Draft[] | PlanProblem {
  const facts = factsOf(price.audience, input.region_id)
  const own = ownOf(input.candidates, facts)
  if (own.tiers.length === 0) return "no_price"
  const plan = planRows(price, own.tiers)
  const special = input.candidates.filter((row) => row.list === null && waysTo(row, price.audience, input.region_id).some((way) => way.length > 0))
  const drafted = (rows: readonly (PlannedRow & { by_currency: boolean })[], { rows: reaching }: Own, way: readonly Condition[]): Draft[] => {
    const conditions = [...price.audience.conditions, ...way]
    const base = { tiers: tiersOf(reaching.filter((row) => row.list === null)), special }
    return markOverBase(rows, base).map((row) => ({ ...row, line_id: price.line_id, conditions }))
  }
  const drafts = drafted(withTax(plan, price, [own], input), own, [])
  let cheaper = 0
  for (const way of waysOf(price.audience, input)) {
    const theirs = ownOf(input.candidates, new Set([...facts, ...way.map(factOf)]))
    const rows = cheaperThan(planRows(price, own.tiers, theirs.tiers), plan)
    if (rows.length > 0 && (cheaper += 1) > MOST_WAYS) return "outranked"
    drafts.push(...drafted(withTax(rows, price, [own, theirs], input), theirs, way))
  }
  return upTo(drafts, price.remaining_quantity ?? null)
}

const regionOf = (region_id: string): Condition => ({ attribute: "region_id", operator: "eq", value: region_id })

/** The conditions that stand on the row itself, and how many rules its list adds. */
function placed(draft: Draft, region_id: string): { readonly conditions: readonly Condition[]; readonly listRules: number } {
  return draft.by_currency ? { conditions: draft.conditions, listRules: 1 } : { conditions: [...draft.conditions, regionOf(region_id)], listRules: 0 }
}

/** How many rules our rows need so that no row of another list comes before them, as long as so many can be had. */
function rankFor(drafts: readonly Draft[], input: VariantPlanInput): number | null {
  const here = input.candidates.filter(
    (row) => row.list !== null && alternativesOf(row).some((way) => way.every((each) => each.attribute !== "region_id" || each.value === input.region_id))
  )
  const reachable = here.filter((row) => input.agreed.some(({ audience }) => waysTo(row, audience, input.region_id).length > 0))
  const placements = drafts.map((draft) => placed(draft, input.region_id))
  const natural = Math.max(0, ...placements.map(({ conditions, listRules }) => conditions.length + listRules))
  const most = Math.min(Infinity, ...placements.map(({ conditions, listRules }) => mostRules(conditions) + listRules))
  // Rows that reach none of these buyers today count too, where there is room: people change groups.
  const wanted = [here, reachable].map((rows) => Math.max(natural, ...rows.map(specificity)))
  return wanted.find((rank) => rank <= most) ?? null
}

/**
 * The rows that bring everything agreed on one variant into the store, so that at every quantity from the agreed one on each
 * buyer pays the agreed price or less, and at no quantity more than without the agreements.
 *
 * Medusa takes, among rows of price lists, those with the most rules and then the lowest amount. So all rows here have the
 * same number of rules, at least that of every other row that could reach one of these buyers. A company's row is worked out from
 * what all of its buyers share. Whoever of them pays less through something else (another group, a list of their own, an
 * address) gets rows with that as a further rule, so that nobody's own price becomes their colleagues'.
 *
 * @returns the rows; or why there are none, `outranked` where a row would need more rules than it can have.
 */
export function planVariant(input: VariantPlanInput): VariantRow[] | PlanProblem {
  const drafts: Draft[] = []
  for (const price of input.agreed) {
    const made = draftsOf(price, input)
    if (typeof made === "string") return made
    drafts.push(...made)
  }
  const rank = rankFor(drafts, input)
  if (rank === null) return "outranked"
  const rows: VariantRow[] = []
  for (const draft of drafts) {
    const { conditions, listRules } = placed(draft, input.region_id)
    const rules = rulesFor(conditions, rank - listRules)
    if (rules === null) return "outranked"
    const { line_id, by_currency, over_base, min_quantity, max_quantity, unit_price } = draft
    rows.push({ line_id, by_currency, over_base, min_quantity, max_quantity, unit_price, rules })
  }
  return rows
}
