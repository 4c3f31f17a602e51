import type { LineDecision, LineMemory, MenuOption } from "../types"
import { asUnitPrice } from "../money/brands"
import { standingCounter, withAsk, withCounter, withMarginal, withRound } from "../memory/memory"
import { breakEvenQuantity } from "../price/break-even"
import type { LineDraft } from "./draft"

/** Remembers what a menu gave one line: its prices at their quantities, where they are under the buyer's own price. */
function withOffered(memory: LineMemory, draft: LineDraft, menu: readonly MenuOption[]): LineMemory {
  let next = draft.price < draft.reference ? withCounter(memory, { quantity: draft.ask.quantity, unitPrice: draft.price }) : memory
  for (const option of menu) {
    for (const offered of option.lines) {
      if (offered.line_id !== draft.line.line_id || offered.quantity <= draft.ask.quantity) continue
      const existing = draft.volumes.some((volume) => volume.existing && volume.quantity === offered.quantity)
      if (!existing) next = withCounter(next, { quantity: offered.quantity, unitPrice: offered.unit_price })
    }
  }
  return next
}

/** The memory of a line after its answer was given: the round and the ask where it spent one, and every price given. */
export function memoryAfter(draft: LineDraft, menu: readonly MenuOption[]): LineMemory {
  if (draft.answer !== "accept" && draft.answer !== "counter") return draft.memory
  const offered = withOffered(draft.memory, draft, menu)
  const kept = draft.marginal === null ? offered : withMarginal(offered, draft.marginal)
  return draft.fresh ? withRound(withAsk(kept, draft.ask)) : kept
}

/** The decision on a line as the caller gets it. */
export function lineDecision(draft: LineDraft, memory: LineMemory): LineDecision {
  const { line, ask, answer, reason, reference, basis, trace } = draft
  const standing = standingCounter(memory, ask.quantity)
  const cost = line.unit_cost
  return {
    line_id: line.line_id,
    answer,
    reason_code: reason,
    ask: { unit_price: asUnitPrice(ask.unitPrice), quantity: ask.quantity },
    counter_unit_price: standing === null || standing >= reference ? null : asUnitPrice(standing),
    floor_unit_price: basis === null ? null : asUnitPrice(basis.floor),
    break_even_quantity: cost === null ? null : breakEvenQuantity(reference, ask.unitPrice, cost, ask.quantity),
    memory,
    trace,
  }
}
