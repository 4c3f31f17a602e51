import type { LineDecision, UnitPrice } from "../../../engine"
import type { LineDraft } from "../../../modules/negotiation/case-types"
import type { GatheredFacts, WantedLine } from "../facts/gather"
import { shownPast, shownPrice, taxOf } from "../tax/shown-prices"
import { currentUnitPrice, type LineAsk } from "./check-ask"
import type { DecidedAsk } from "./decide-ask"

/** The ask on each line: as the buyer said it, or as a total was spread. */
export function asksOf(gathered: GatheredFacts, { decision, said }: DecidedAsk, given: readonly LineAsk[]): LineAsk[] {
  return gathered.input.lines.map((line) => {
    const ask = given.find((each) => each.line_id === line.line_id)
    if (ask) return ask
    const spread = decision?.lines.find((each) => each.line_id === line.line_id)?.ask
    const current = currentUnitPrice(gathered, line, line.quantity) ?? 0
    return {
      line_id: line.line_id,
      unit_price: spread ? shownPrice(gathered, line.variant_id, spread.unit_price, said) : current,
      quantity: spread?.quantity ?? line.quantity,
    }
  })
}

function draft(gathered: GatheredFacts, line: WantedLine, ask: LineAsk, decided: LineDecision | undefined, { said }: DecidedAsk): LineDraft {
  const own = gathered.own.get(line.variant_id)
  const bought = gathered.purchases.get(line.variant_id)?.last_paid ?? null
  const cost = gathered.stored.costs.find((each) => each.variant_id === line.variant_id)
  const current = currentUnitPrice(gathered, line, ask.quantity) ?? 0
  const tax = taxOf(gathered, line.variant_id)
  const shown = (net: UnitPrice | null | undefined) => (net ? shownPrice(gathered, line.variant_id, net, said) : null)
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
    last_paid_unit_price: bought ? shownPast(gathered, line.variant_id, bought.unit_price) : null,
    last_paid_quantity: bought?.quantity ?? null,
    last_paid_at: bought ? new Date(bought.at) : null,
    competing_offer: line.competing_offer,
    counter_unit_price: shown(decided?.counter_unit_price),
    // A cost is net: beside a price whose tax nobody knows it would make a margin that isn't there.
    unit_cost: cost && tax !== null ? Number(cost.unit_cost) : null,
    floor_unit_price: shown(decided?.floor_unit_price),
    break_even_quantity: decided?.break_even_quantity ?? null,
    tax_ppm: tax ?? 0,
  }
}

/** The case's lines as they are after a decision, with the facts that held. */
export function decidedLines(gathered: GatheredFacts, asks: readonly LineAsk[], answered: DecidedAsk): LineDraft[] {
  return gathered.input.lines.flatMap((line) => {
    const ask = asks.find((each) => each.line_id === line.line_id)
    const decided = answered.decision?.lines.find((each) => each.line_id === line.line_id)
    return ask ? [draft(gathered, line, ask, decided, answered)] : []
  })
}
