/** Prices have at most four decimals: sums are counted in whole ten-thousandths, so that no float drifts into a total. */
const TEN_THOUSANDTHS = 10_000

/** Sum of price times pieces, in major units. */
export function sum(lines: readonly { readonly unit_price: number; readonly quantity: number }[]): number {
  const units = lines.reduce((all, line) => all + BigInt(Math.round(line.unit_price * TEN_THOUSANDTHS)) * BigInt(line.quantity), 0n)
  return Number(units) / TEN_THOUSANDTHS
}

/** A difference of two amounts, without the drift of floats. */
export function difference(from: number, less: number): number {
  return Math.round((from - less) * TEN_THOUSANDTHS) / TEN_THOUSANDTHS
}
