/** A line of an offer or an ask as it is stored: amounts may still be text. */
interface StoredLine {
  readonly line_id: string
  readonly variant_id: string
  readonly quantity: number
  readonly unit_price: number | string
}

/** Lines as answers carry them: what else is stored with them stays inside. */
export function pricedLines(lines: readonly StoredLine[]): { line_id: string; variant_id: string; quantity: number; unit_price: number }[] {
  return lines.map(({ line_id, variant_id, quantity, unit_price }) => ({ line_id, variant_id, quantity, unit_price: Number(unit_price) }))
}
