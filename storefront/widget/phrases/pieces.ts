import type { Locale } from "../../../src/phrases/locale"

/**
 * A whole number of pieces as people write it in a language: "2,000" in English, "2.000" in German, with blanks or without anything
 * everywhere. What may be a fraction is none: "2.5" is not 25.
 *
 * @returns NaN for what is no such number
 */
export function readPieces(locale: Locale, text: string): number {
  const group = new Intl.NumberFormat(locale).formatToParts(1_000_000).find(({ type }) => type === "group")?.value ?? ""
  const written = text.trim().replaceAll(group, " ")
  return /^(\d+|\d{1,3}(\s\d{3})+)$/.test(written) ? Number(written.replace(/\s/g, "")) : Number.NaN
}
