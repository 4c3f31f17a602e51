import { fromUnits, type CaseDecision, type LineDecision } from "../../../engine"
import type { LineDraft } from "../../../modules/negotiation/case-types"
import type { GatheredFacts, WantedLine } from "../facts/gather"
import { currentUnitPrice, type LineAsk } from "./check-ask"

/** Sum of price times pieces, exact to a ten-thousandth, in major units. */
export function totalOf(lines: readonly { readonly unit_price: number; readonly quantity: number }[]): number {
  const units = lines.reduce((sum, line) => sum + BigInt(Math.round(line.unit_price * 10_000)) * BigInt(line.quantity), 0n)
  return Number(units) / 10_000
}

/** The ask on each line: as the buyer said it, or as the engine spread a total. */
export function asksOf(gathered: GatheredFacts, decision: CaseDecision | null, given: readonly LineAsk[]): LineAsk[] {
  return gathered.input.lines.map((line) => {
    const said = given.find((ask) => ask.line_id === line.line_id)
    if (said) return said
    const spread = decision?.lines.find((each) => each.line_id === line.line_id)?.ask
    const current = currentUnitPrice(gathered, line, line.quantity) ?? 0
    return {
      line_id: line.line_id,
      unit_price: spread ? fromUnits(spread.unit_price) : current,
      quantity: spread?.quantity ?? line.quantity,
    }
  })
}

function draft(gathered: GatheredFacts, line: WantedLine, ask: LineAsk, decided: LineDecision | undefined): LineDraft {
  const own = gathered.own.get(line.variant_id)
  const bought = gathered.purchases.get(line.variant_id)?.last_paid ?? null
  const cost = gathered.stored.costs.find((each) => each.variant_id === line.variant_id)
  const current = currentUnitPrice(gathered, line, ask.quantity) ?? 0
  return {
    id: line.line_id,
    variant_id: line.variant_id,
    product_id: line.product_id,
    line_item_id: line.line_item_id,
    title: line.title,
    sku: line.sku,
    quantity: ask.quantity,
    list_unit_price: own?.list_unit_price ?? current,
    current_unit_price: current,
    target_unit_price: ask.unit_price,
    last_paid_unit_price: bought?.unit_price ?? null,
    last_paid_quantity: bought?.quantity ?? null,
    last_paid_at: bought ? new Date(bought.at) : null,
    competing_offer: line.competing_offer,
    counter_unit_price: decided?.counter_unit_price ? fromUnits(decided.counter_unit_price) : null,
    unit_cost: cost ? Number(cost.unit_cost) : null,
    floor_unit_price: decided?.floor_unit_price ? fromUnits(decided.floor_unit_price) : null,
    break_even_quantity: decided?.break_even_quantity ?? null,
    tax_ppm: 0,
  }
}

/** The case's lines as they are after a decision, with the facts that held. */
export function decidedLines(gathered: GatheredFacts, asks: readonly LineAsk[], decision: CaseDecision | null): LineDraft[] {
  return gathered.input.lines.flatMap((line) => {
    const ask = asks.find((each) => each.line_id === line.line_id)
    const decided = decision?.lines.find((each) => each.line_id === line.line_id)
    return ask ? [draft(gathered, line, ask, decided)] : []
  })
}
