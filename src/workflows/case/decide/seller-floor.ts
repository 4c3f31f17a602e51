import { ContractError, type ConcessionTerms } from "../../../contract"
import { ceilTo, compilePolicy, currencyGrid, lineFloor, mulDivCeil, mulDivFloor, type UnitPrice } from "../../../engine"
import { currencyDecimals } from "../facts/currency"
import { toCaseFacts } from "../facts/engine-facts"
import type { GatheredFacts } from "../facts/gather"
import { netUnits, shownPrice } from "../tax/shown-prices"

const WHOLE_BPS = 10_000

/** Prices of unknown tax as if they had none: whatever is under the floor so is under it with tax as well. */
function withoutUnknownTax(gathered: GatheredFacts): GatheredFacts {
  return { ...gathered, tax: new Map([...gathered.tax].map(([variant_id, tax]) => [variant_id, tax ?? 0])) }
}

/** The net floor of each line by today's cost and policy, in units; lines without a cost or a policy have none. */
function floorsOf(gathered: GatheredFacts, now: Date): Map<string, UnitPrice> {
  const compiled = gathered.stored.policy ? compilePolicy(gathered.stored.policy.terms, gathered.input.company.segment) : null
  if (!compiled?.ok) return new Map()
  const facts = toCaseFacts(gathered, undefined, now)
  return new Map(
    facts.lines.flatMap((line) => {
      const floor = lineFloor(compiled.policy, facts, line)
      return floor === null ? [] : [[line.line_id, floor] as const]
    })
  )
}

/**
 * What concessions take off the price of a piece at most, in basis points: all of them together, for a buyer may meet every
 * condition at once. A sum off a basket weighs most on the smallest basket that earns it. What is off the freight is not off
 * the goods.
 */
export function concededBps(concessions: readonly ConcessionTerms[]): number {
  return concessions.reduce((sum, concession) => {
    if (concession.kind === "freight" && concession.on === "freight") return sum
    if (concession.kind === "basket" && concession.percent === undefined) {
      return sum + Math.ceil(((concession.amount ?? 0) / concession.min_subtotal) * WHOLE_BPS - 1e-9)
    }
    return sum + Math.ceil((concession.percent ?? 0) * 100 - 1e-9)
  }, 0)
}

/** The least price that may be offered where `kept` of it is left, as prices are shown. */
function leastPrice(gathered: GatheredFacts, variant_id: string, floor: UnitPrice, kept: number): number {
  const net = mulDivCeil(floor, WHOLE_BPS, kept)
  const grid = gathered.tax.has(variant_id) ? 1 : currencyGrid(currencyDecimals(gathered.input.currency_code))
  return shownPrice(gathered, variant_id, ceilTo(net, grid) as UnitPrice)
}

/**
 * Holds a person's price to the floor, net and with every concession taken off: a rep may go below the policy's counters,
 * never below it.
 * @throws ContractError `under_floor` naming the line and the least price that may be offered (the seller's people may know it);
 * `invalid_data` for concessions that give everything away
 */
export function requireAtFloor(
  gathered: GatheredFacts,
  lines: readonly { readonly line_id: string; readonly variant_id: string; readonly unit_price: number }[],
  now: Date,
  concessions: readonly ConcessionTerms[] = []
): void {
  const kept = WHOLE_BPS - concededBps(concessions)
  if (kept <= 0) throw new ContractError("invalid_data", "concessions: together they give the whole price away", { field: "concessions" })
  const known = withoutUnknownTax(gathered)
  const floors = floorsOf(known, now)
  for (const line of lines) {
    const floor = floors.get(line.line_id)
    const net = netUnits(known, line.variant_id, line.unit_price)
    if (floor === undefined || mulDivFloor(net, kept, WHOLE_BPS) >= floor) continue
    const title = gathered.input.lines.find((each) => each.line_id === line.line_id)?.title ?? line.line_id
    const least = leastPrice(known, line.variant_id, floor, kept)
    const all = concessions.length > 0 ? " with all concessions taken off" : ""
    throw new ContractError("under_floor", `${title}: ${line.unit_price} is under the floor${all}; ${least} is the least`, {
      line_id: line.line_id,
      floor_unit_price: least,
    })
  }
}
