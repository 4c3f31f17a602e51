import type { CaseState, LineMemory, StandingOption } from "../../../engine"
import type { MemoryFact } from "../../../modules/negotiation/operations/read-facts"
import type { GatheredFacts } from "../facts/gather"

/** A memory inside its window, or null. */
function living(memory: MemoryFact | undefined, now: Date): MemoryFact | null {
  return memory && new Date(memory.window_ends_at) > now ? memory : null
}

/**
 * True where a person's no still holds: until the cool-down is over, nothing the company was given before answers an ask.
 * What stood was taken back with the no; only the memory that counters never rise stays.
 */
export function isTakenBack(memory: MemoryFact, now: Date): boolean {
  return memory.declined && memory.cool_down_until !== null && new Date(memory.cool_down_until) > now
}

/** What the company already got for these lines, as the engine keeps it. */
export function caseState(gathered: GatheredFacts, standing: readonly StandingOption[], now: Date): CaseState {
  const memory: Record<string, LineMemory> = {}
  for (const line of gathered.input.lines) {
    const kept = living(gathered.stored.memory.find((each) => each.variant_id === line.variant_id), now)
    if (kept) memory[line.line_id] = isTakenBack(kept, now) ? { ...(kept.state as LineMemory), counters: [] } : (kept.state as LineMemory)
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
