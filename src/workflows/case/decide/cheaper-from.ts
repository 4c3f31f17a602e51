import type { OptionLineDraft, PricedLine } from "../../../modules/negotiation/case-types"
import type { GatheredFacts } from "../facts/gather"
import { currentPrices, type ScheduleStep } from "../facts/price-schedule"

const units = (amount: number) => BigInt(Math.round(amount * 10_000))

/**
 * The smallest quantity under `quantity` that costs more at the buyer's normal prices than `quantity` pieces at
 * `unit_price` (ENGINE.md, invariant 3: "from 3,667 pieces on, 4,000 cost less"); null where none does.
 */
export function cheaperFrom(schedule: readonly ScheduleStep[], quantity: number, unit_price: number): number | null {
  const total = units(unit_price) * BigInt(quantity)
  for (const [index, step] of schedule.entries()) {
    const end = Math.min(schedule[index + 1]?.min_quantity ?? quantity, quantity)
    const price = units(step.unit_price)
    if (price === 0n) continue
    const from = Math.max(step.min_quantity, Number(total / price) + 1)
    if (from < end) return from
  }
  return null
}

/** Option lines with the quantity from which on the buyer is better off taking all of it. */
export function withCheaperFrom(gathered: GatheredFacts, lines: readonly PricedLine[]): OptionLineDraft[] {
  return lines.map((line) => {
    const from = cheaperFrom(currentPrices(gathered, line.variant_id), line.quantity, line.unit_price)
    return from === null ? line : { ...line, cheaper_from: from }
  })
}
