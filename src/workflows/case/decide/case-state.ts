import type { CaseState, LineMemory, StandingOption } from "../../../engine"
import type { MemoryFact } from "../../../modules/negotiation/operations/read-facts"
import type { GatheredFacts } from "../facts/gather"

/** True where an offer on a variant stands in an open case of the buyer's own. */
function isOffered({ stored, input }: GatheredFacts, variant_id: string): boolean {
  const { customer_id: buyer } = input.company
  return stored.open_cases.some(({ customer_id, offer, variant_ids }) => customer_id === buyer && offer !== null && variant_ids.includes(variant_id))
}

/**
 * What is remembered of a variant, or null: inside its window, and after that as long as an offer stands. What that offer is made
 * of is in the memory: ended before it, the next answer would rest on neither.
 */
export function livingMemory(gathered: GatheredFacts, variant_id: string, now: Date): MemoryFact | null {
  const memory = gathered.stored.memory.find((each) => each.variant_id === variant_id)
  return memory && (new Date(memory.window_ends_at) > now || isOffered(gathered, variant_id)) ? memory : null
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
    const kept = livingMemory(gathered, line.variant_id, now)
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
