import { ContractError } from "../../../contract"
import { compilePolicy, fromUnits, lineFloor, toUnits } from "../../../engine"
import { toCaseFacts } from "../facts/engine-facts"
import type { GatheredFacts } from "../facts/gather"

/** The floor of each line by today's cost and policy, in major units; lines without a cost or a policy have none. */
export function floorsOf(gathered: GatheredFacts, now: Date): Map<string, number> {
  const compiled = gathered.stored.policy ? compilePolicy(gathered.stored.policy.terms) : null
  if (!compiled?.ok) return new Map()
  const facts = toCaseFacts(gathered, undefined, now)
  return new Map(
    facts.lines.flatMap((line) => {
      const floor = lineFloor(compiled.policy, facts, line)
      return floor === null ? [] : [[line.line_id, fromUnits(floor)] as const]
    })
  )
}

/**
 * Holds a person's price to the floor: a rep may go below the policy's counters, never below it.
 * @throws ContractError `under_floor` naming the line and its floor (the seller's people may know it)
 */
export function requireAtFloor(
  gathered: GatheredFacts,
  lines: readonly { readonly line_id: string; readonly unit_price: number }[],
  now: Date
): void {
  const floors = floorsOf(gathered, now)
  for (const line of lines) {
    const floor = floors.get(line.line_id)
    if (floor !== undefined && (toUnits(line.unit_price) ?? 0) < (toUnits(floor) ?? 0)) {
      const title = gathered.input.lines.find((each) => each.line_id === line.line_id)?.title ?? line.line_id
      throw new ContractError("under_floor", `${title}: ${line.unit_price} is under the floor of ${floor}`, {
        line_id: line.line_id,
        floor_unit_price: floor,
      })
    }
  }
}
