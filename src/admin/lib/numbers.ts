/**
 * A number as a person types it, with a point or a comma as decimal separator; null where it is none.
 * `1,000` is refused: it is a thousand to some and one to others, and a price must not be guessed.
 */
export function parseDecimal(text: string): number | null {
  const trimmed = text.trim()
  if (/^\d+,\d{3}$/.test(trimmed)) return null
  return /^\d+([.,]\d+)?$/.test(trimmed) ? Number(trimmed.replace(",", ".")) : null
}

/** A whole number as a person types it; null where it is none. */
export function parseWhole(text: string): number | null {
  const trimmed = text.trim()
  return /^\d+$/.test(trimmed) ? Number(trimmed) : null
}
