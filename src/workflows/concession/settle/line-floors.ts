import type { MedusaContainer } from "@medusajs/framework/types"
import { coarseLineFloor, compilePolicy, lineFloor, toUnits, type LineFacts, type UnitPrice } from "../../../engine"
import { currencyDecimals } from "../../case/facts/currency"
import { caseTerms } from "../../case/facts/case-terms"
import { grossOf, netOf, ppmOf } from "../../case/tax/convert"
import type { PricedCart, PricedItem } from "./priced-cart"
import { negotiationService } from "../../negotiation-service"

/** A cart's line whose floor is looked for, with the case whose policy says where it is. */
export interface FloorLine {
  readonly item: PricedItem
  readonly variant_id: string
  /** What one piece costs by the catalogue. */
  readonly list_unit_price: number | null
  readonly negotiation_id: string
}

/** An amount the engine can't count in: it refuses it as an invalid fact. */
const NOT_COUNTABLE = Number.NaN as UnitPrice

/** The facts a floor rests on; the rest of a negotiation is none of its business. */
function factsOf(line: FloorLine, tax_ppm: number, cost: { unit_cost: number; age_days: number } | undefined): LineFacts {
  const { item, variant_id, list_unit_price } = line
  const list = list_unit_price === null ? null : toUnits(list_unit_price)
  return {
    ...{ line_id: item.id, variant_id, excluded: null, own_prices: [], quantity: item.quantity, stock: null },
    ...{ lot: null, last_paid: null, largest_past_quantity: null, competing_unit_price: null, jitter: 0 },
    list_unit_price: list === null ? NOT_COUNTABLE : (netOf(list, tax_ppm) as UnitPrice),
    unit_cost: cost ? toUnits(cost.unit_cost) : null,
    cost_age_days: cost?.age_days ?? 0,
  }
}

/**
 * The least a piece of each line may bring, in units of 1/10,000 and in the terms of the line's price, by today's cost and
 * the version of the policy their agreement was made under. A line without a cost, or without a policy, has none.
 * @param shown true where a discount is cut off at it before the buyer's eyes: then it is the next eighth of list above
 */
export async function lineFloors(container: MedusaContainer, cart: PricedCart, lines: readonly FloorLine[], shown = false): Promise<Map<string, number>> {
  const floors = new Map<string, number>()
  if (lines.length === 0) return floors
  const service = negotiationService(container)
  const [costs, negotiations] = await Promise.all([
    service.costsNow([...new Set(lines.map((line) => line.variant_id))], cart.currency_code),
    service.listNegotiations({ id: [...new Set(lines.map((line) => line.negotiation_id))] }, { select: ["id", "policy_id", "policy_version"], take: null }),
  ])
  const currency = { code: cart.currency_code, decimals: currencyDecimals(cart.currency_code) }
  for (const line of lines) {
    const negotiation = negotiations.find((each) => each.id === line.negotiation_id)
    if (!negotiation || negotiation.policy_id === null) continue
    const compiled = compilePolicy(await caseTerms(container, negotiation))
    if (!compiled.ok) continue
    const tax_ppm = line.item.is_tax_inclusive ? ppmOf(line.item.tax_lines.map(({ rate }) => Number(rate))) : 0
    const cost = costs.find((each) => each.variant_id === line.variant_id)
    const floor = (shown ? coarseLineFloor : lineFloor)(compiled.policy, { currency, company: { opted_out: false, strategic: false }, lines: [] }, factsOf(line, tax_ppm, cost))
    if (floor !== null) floors.set(line.item.id, grossOf(floor, tax_ppm, currency.decimals))
  }
  return floors
}
