import type { LineDecision, LineMemory, MenuOption, OptionLine } from "../types"
import { asUnitPrice } from "../money/brands"
import { standingCounter, withAsk, withCounter } from "../memory/memory"
import { noteShare } from "../explain/trace"
import { breakEvenQuantity } from "../price/break-even"
import { isDeepAgainstPeers, usualDepth } from "../routing/peers"
import type { LineDraft } from "./draft"

const NOTHING: readonly OptionLine[] = []

/**
 * Finds the lines of a menu's options by the line of the case they answer. Where the case has one line they are all its own: most
 * cases have, and a table costs more than it spares.
 */
export function offeredFinder(menu: readonly MenuOption[], lines: number): (lineId: string) => readonly OptionLine[] {
  if (menu.length === 0) return () => NOTHING
  if (lines === 1) {
    const all: OptionLine[] = []
    for (const option of menu) all.push(...option.lines)
    return () => all
  }
  const offered = new Map<string, OptionLine[]>()
  for (const option of menu) {
    for (const each of option.lines) {
      const known = offered.get(each.line_id)
      if (known === undefined) offered.set(each.line_id, [each])
      else known.push(each)
    }
  }
  return (lineId) => offered.get(lineId) ?? NOTHING
}

/** The prices a menu gave one line at their quantities, where they are under the buyer's own price and new. */
function countersAfter({ memory, line, ask, price, reference, volumes }: LineDraft, offered: readonly OptionLine[]): LineMemory["counters"] {
  let counters = price < reference ? withCounter(memory.counters, ask.quantity, price) : memory.counters
  for (const { variant_id, quantity, unit_price } of offered) {
    if (variant_id !== line.variant_id || quantity <= ask.quantity) continue
    if (volumes.some((volume) => volume.existing && volume.quantity === quantity)) continue
    counters = withCounter(counters, quantity, unit_price)
  }
  return counters
}

/**
 * The memory of a line after its answer was given: the round and the ask where it spent one, and every price given.
 * @param offered what the menu's options say of the line
 */
export function memoryAfter(draft: LineDraft, offered: readonly OptionLine[]): LineMemory {
  const { answer, memory, ask, fresh, marginal } = draft
  if (answer !== "accept" && answer !== "counter") return memory
  return {
    rounds: fresh ? memory.rounds + 1 : memory.rounds,
    asks: fresh ? withAsk(memory.asks, ask.quantity, ask.unitPrice) : memory.asks,
    counters: countersAfter(draft, offered),
    // Kept once: the first one of the window holds.
    marginal_price: memory.marginal_price ?? (marginal === null ? null : asUnitPrice(marginal)),
  }
}

/** The decision on a line as the caller gets it. */
export function lineDecision(draft: LineDraft, memory: LineMemory): LineDecision {
  const { line, ask, answer, reason, reference, basis, trace } = draft
  const standing = standingCounter(memory, ask.quantity)
  const cost = line.unit_cost
  const usual = usualDepth(line)
  if (usual !== null) noteShare(trace, "peer_depth", usual)
  return {
    line_id: line.line_id,
    answer,
    reason_code: reason,
    ask: { unit_price: asUnitPrice(ask.unitPrice), quantity: ask.quantity },
    counter_unit_price: standing === null || standing >= reference ? null : asUnitPrice(standing),
    floor_unit_price: basis === null ? null : asUnitPrice(basis.floor),
    break_even_quantity: cost === null ? null : breakEvenQuantity(reference, ask.unitPrice, cost, ask.quantity),
    flags: isDeepAgainstPeers(line, reference, ask.unitPrice) ? ["deep_against_peers"] : [],
    memory,
    trace,
  }
}
