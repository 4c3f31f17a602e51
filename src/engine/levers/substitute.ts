import { notePrice, noteText, type Trace } from "../explain/trace"
import { mulDivCeil, mulDivFloor } from "../money/muldiv"
import type { CompiledPolicy } from "../policy/compiled"
import { floorBasis, type FloorBasis } from "../price/floor"
import { ownPriceAt } from "../price/own-price"
import { isValidSubstitute } from "../routing/valid-levers"
import type { LineFacts, SubstituteFacts } from "../types"

/** Steps of list that costs are compared in: 2% each, as floors are veiled, so that what is offered tells no cost. */
const COST_STEPS = 50

/** An article in place of the asked one, at the buyer's own price. Prices in units. */
export interface SubstituteOffer {
  readonly variantId: string
  readonly unitPrice: number
  readonly cost: number
}

/** What a substitute has to live up to. Prices in units. */
export interface SubstituteTerms {
  readonly policy: CompiledPolicy
  readonly line: LineFacts
  readonly basis: FloorBasis | null
  /** `Q` */
  readonly quantity: number
  /** `o` */
  readonly ask: number
  /** What the asked article costs in the menu at `Q`. */
  readonly price: number
  /** Smallest unit of the currency. */
  readonly grid: number
}

function costDown(cost: number, list: number): number {
  return mulDivFloor(mulDivFloor(cost, COST_STEPS, list), list, COST_STEPS)
}

function costUp(cost: number, list: number): number {
  return mulDivCeil(mulDivCeil(cost, COST_STEPS, list), list, COST_STEPS)
}

/** Why an article is not offered in place of the asked one, or its offer. */
function judge(terms: SubstituteTerms, substitute: SubstituteFacts): SubstituteOffer | string {
  const { policy, line, basis, quantity, ask, price, grid } = terms
  if (!isValidSubstitute(substitute)) return "invalid_facts"
  const { variant_id, list_unit_price, unit_cost, cost_age_days, stock, excluded } = substitute
  if (excluded !== null || variant_id === line.variant_id) return "excluded"
  if (stock === "unknown" || (stock !== null && stock < quantity)) return "stock"
  // It takes the place of just these pieces: more of another article are not what was asked for.
  if (quantity < (substitute.minimum_quantity ?? 1) || quantity % (substitute.lot ?? 1) !== 0) return "quantity"
  const own = floorBasis(policy, { ...line, list_unit_price, unit_cost, cost_age_days }, grid)
  if (typeof own === "string" || !own.known || basis?.known !== true) return "cost_missing"
  const unitPrice = ownPriceAt(substitute.own_prices, quantity)
  if (unitPrice > ask) return "above_ask"
  if (unitPrice < own.veiled) return "floor"
  const earns = unitPrice - costUp(own.cost, list_unit_price) >= price - costDown(basis.cost, line.list_unit_price)
  return earns ? { variantId: variant_id, unitPrice, cost: own.cost } : "contribution"
}

/**
 * The article that may stand in for the asked one at the buyer's own price, the cheapest, then by id: at or under the ask,
 * above its own floor, in stock, and earning no less than the asked one (ENGINE.md, Formulas, Levers: a substitute). Costs
 * are compared in steps of 2% of list against the offer, so that an offer or its absence gives no cost away.
 */
export function bestSubstitute(terms: SubstituteTerms, trace: Trace | null): SubstituteOffer | null {
  let best: SubstituteOffer | null = null
  for (const substitute of terms.line.substitutes ?? []) {
    const judged = judge(terms, substitute)
    if (typeof judged === "string") {
      if (trace !== null) noteText(trace, "lever_left_out", `substitute ${String(substitute?.variant_id)}: ${judged}`)
      continue
    }
    const cheaper = best === null || judged.unitPrice < best.unitPrice || (judged.unitPrice === best.unitPrice && judged.variantId < best.variantId)
    if (cheaper) best = judged
  }
  if (best !== null && trace !== null) {
    noteText(trace, "lever", `substitute ${best.variantId}`)
    notePrice(trace, "substitute_price", best.unitPrice)
    notePrice(trace, "substitute_cost", best.cost)
  }
  return best
}
