import { formatCount } from "../../../src/phrases"
import { LOCALES } from "../../../src/phrases/locale"
import { readPieces } from "../phrases/pieces"

it.each(LOCALES)("in %s reads what it writes, with blanks and without anything too", (locale) => {
  for (const count of [0, 1, 999, 2_000, 12_345, 99_999_999]) {
    expect(readPieces(locale, formatCount(locale, count))).toBe(count)
    expect(readPieces(locale, ` ${count} `)).toBe(count)
  }
  expect(readPieces(locale, "2 000")).toBe(2_000)
})

it.each([
  ["en", "2.5"], ["en", "2.000"], ["en", "2,00"], ["en", "20,00"], ["en", "1,2345"], ["en", "-5"], ["en", "1e3"], ["en", ""], ["en", "many"],
  ["de", "2,5"], ["de", "2.5"], ["de", "2,000"], ["fr", "2,5"], ["fr", "2.000"], ["es", "2,5"], ["es", "2.5"],
] as const)("in %s '%s' is no number of pieces: a fraction is not taken for thousands", (locale, text) => {
  expect(readPieces(locale, text)).toBeNaN()
})
