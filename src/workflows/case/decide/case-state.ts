import type { CaseState, LineMemory, StandingOption } from "../../../engine"
import { toUnits, type UnitPrice } from "../../../engine"
import type { OptionRecord } from "../../../modules/negotiation/case-records"
import type { MemoryFact } from "../../../modules/negotiation/operations/read-facts"
import type { GatheredFacts } from "../facts/gather"

/** A memory inside its window, or null. */
function living(memory: MemoryFact | undefined, now: Date): MemoryFact | null {
  return memory && new Date(memory.window_ends_at) > now ? memory : null
}

/**
 * Options that stand, in the engine's words. `lineOf` names the line of the present case an option's line is about: an
 * option of an earlier case stands only where every one of its variants is asked for again.
 */
export function standingOptions(
  options: readonly OptionRecord[],
  lineOf: (line: { readonly line_id: string; readonly variant_id: string }) => string | null
): StandingOption[] {
  return options.flatMap((option) => {
    const lines = option.lines.map((line) => ({
      line_id: lineOf(line) ?? "",
      variant_id: line.variant_id,
      quantity: line.quantity,
      unit_price: toUnits(line.unit_price) ?? (0 as UnitPrice),
    }))
    const whole = lines.every((line) => line.line_id !== "" && line.unit_price > 0)
    return whole ? [{ option_id: option.id, kind: option.kind, lines }] : []
  })
}

/** What the company already got for these lines, as the engine keeps it. */
export function caseState(gathered: GatheredFacts, standing: readonly StandingOption[], now: Date): CaseState {
  const memory: Record<string, LineMemory> = {}
  for (const line of gathered.input.lines) {
    const kept = living(gathered.stored.memory.find((each) => each.variant_id === line.variant_id), now)
    if (kept) memory[line.line_id] = kept.state as LineMemory
  }
  return { memory, standing, cooling_down: coolDownEnd(gathered, now) !== null }
}

/** The end of the longest cool-down that runs for these lines, or null. */
export function coolDownEnd(gathered: GatheredFacts, now: Date): Date | null {
  const ends = gathered.stored.memory
    .flatMap((memory) => (memory.cool_down_until ? [new Date(memory.cool_down_until)] : []))
    .filter((end) => end > now)
    .sort((a, b) => b.getTime() - a.getTime())
  return ends[0] ?? null
}

/** When asks on these lines are heard again: the end of the cool-down, else of the window. */
export function retryAt(gathered: GatheredFacts, now: Date): Date | null {
  const windows = gathered.stored.memory.map((memory) => new Date(memory.window_ends_at)).filter((end) => end > now)
  return coolDownEnd(gathered, now) ?? windows.sort((a, b) => b.getTime() - a.getTime())[0] ?? null
}
