import type { Sums } from "../types"
import { say, sumsIn } from "../words"
import { taxWords } from "./tax-note"

/** A row under the lines of a cart or an order. */
export interface SumRow {
  readonly kind: "part" | "total" | "within"
  readonly name: string
  readonly amount: string
}

/** What a cart or an order comes to: its lines' sums, and the rows under them. */
export interface SumTable {
  readonly lines: readonly string[]
  readonly rows: readonly SumRow[]
}

/**
 * Adds up as the prices are: where they have the tax in them freight and discount have it too, and the tax is named as a part of the
 * total; elsewhere it is added. All amounts have as many decimals, so that their points stand under each other.
 */
export function sumsOf(of: Sums): SumTable {
  const inclusive = of.items.some((item) => item.is_tax_inclusive === true)
  const off = inclusive ? of.discount_total : of.discount_subtotal
  const freight = inclusive ? of.original_shipping_total : of.shipping_subtotal
  const lines = of.items.map((item) => item.unit_price * item.quantity)
  const write = sumsIn(of.currency_code, [...lines, off, freight, of.tax_total, of.total])
  const rows: SumRow[] = [{ kind: "part", name: say("freight"), amount: write(freight) }]
  if (off > 0) rows.unshift({ kind: "part", name: say("discount"), amount: `−${write(off)}` })
  if (of.tax_total > 0 && !inclusive) rows.push({ kind: "part", name: say("tax"), amount: write(of.tax_total) })
  rows.push({ kind: "total", name: of.tax_total > 0 || inclusive ? `${say("total")} ${taxWords(true)}` : say("total"), amount: write(of.total) })
  if (of.tax_total > 0 && inclusive) rows.push({ kind: "within", name: say("tax_within"), amount: write(of.tax_total) })
  return { lines: lines.map(write), rows }
}
