import type { LineDecision, LineMemory, MenuOption, OptionLine } from "../types"
import { asUnitPrice } from "../money/brands"
import { standingCounter, withAsk, withCounter } from "../memory/memory"
import { noteShare } from "../explain/trace"
import { breakEvenQuantity } from "../price/break-even"
import { isDeepAgainstPeers, usualDepth } from "../routing/peers"
import type { LineDraft } from "./draft"

/** What the options of a menu say of each line of a case, by line. */
export type OptionLines = ReadonlyMap<string, readonly OptionLine[]>

/** Sorts the lines of a menu's options by the line of the case they answer: baskets are long. */
export function byLine(menu: readonly MenuOption[]): OptionLines {
  const offered = new Map<string, OptionLine[]>()
  for (const option of menu) {
    for (const each of option.lines) {
      const known = offered.get(each.line_id)
      if (known === undefined) offered.set(each.line_id, [each])
      else known.push(each)
    }
  }
  return offered
}

/** The prices that stand, with that of an option where it is new. */
function withOption(counters: LineMemory["counters"], { line, ask, volumes }: LineDraft, offered: OptionLine): LineMemory["counters"] {
  const { variant_id, quantity, unit_price } = offered
  if (variant_id !== line.variant_id || quantity <= ask.quantity) return counters
  return volumes.some((volume) => volume.existing && volume.quantity === quantity) ? counters : withCounter(counters, quantity, unit_price)
}

/** The prices a menu gave one line at their quantities, where they are under the buyer's own price and new. */
function countersAfter(draft: LineDraft, menu: readonly MenuOption[], lines: OptionLines | null): LineMemory["counters"] {
  const { ask, price, reference } = draft
  let counters = price < reference ? withCounter(draft.counters, ask.quantity, price) : draft.counters
  if (lines === null) for (const option of menu) for (const each of option.lines) counters = withOption(counters, draft, each)
  else for (const each of lines.get(draft.line.line_id) ?? []) counters = withOption(counters, draft, each)
  return counters
}

/**
 * The memory of a line after its answer was given: the round and the ask where it spent one, and every price given.
 * @param lines the menu by line; null where the case has one line, which all of it is about
 */
export function memoryAfter(draft: LineDraft, menu: readonly MenuOption[], lines: OptionLines | null): LineMemory {
  const { answer, memory, ask, fresh, marginal } = draft
  // The offer that stood is replaced by the case's new one: what it gave this line outlives it.
  if (answer !== "accept" && answer !== "counter") return draft.counters === memory.counters ? memory : { ...memory, counters: draft.counters }
  return {
    rounds: fresh ? memory.rounds + 1 : memory.rounds,
    asks: fresh ? withAsk(memory.asks, ask.quantity, ask.unitPrice) : memory.asks,
    counters: countersAfter(draft, menu, lines),
    // Kept once: the first one of the window holds.
    marginal_price: memory.marginal_price ?? (marginal === null ? null : asUnitPrice(marginal)),
  }
}

/** The decision on a line as the caller gets it. */
export function lineDecision(draft: LineDraft, memory: LineMemory): LineDecision {
  const { line, ask, answer, reason, reference, basis, trace } = draft
  const standing = standingCounter(memory === draft.memory ? draft : memory, ask.quantity)
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
