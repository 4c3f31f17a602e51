import { formatAmount, formatCount, formatDate, formatSum, pickLocale } from ".."

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ")

describe("an amount", () => {
  it.each([
    ["en", "usd", 110, "$110"],
    ["en", "usd", 110.5, "$110.50"],
    ["en", "usd", 0.0475, "$0.0475"],
    ["en", "usd", 1_234_567.125, "$1,234,567.125"],
    ["en", "JPY", 1_200, "¥1,200"],
    ["en", "jpy", 1_200.5, "¥1,200.5"],
    ["en", "kwd", 1.5, "KWD 1.500"],
    ["de", "eur", 110, "110 €"],
    ["de", "eur", 1_110.1, "1.110,10 €"],
    ["fr", "eur", 1_110.1, "1 110,10 €"],
    ["es", "eur", 110.1, "110,10 €"],
  ] as const)("%s %s %d is %s", (locale, currency, amount, text) => expect(plain(formatAmount(locale, currency, amount))).toBe(text))
})

describe("a sum of prices finer than their currency", () => {
  it.each([
    ["usd", 35_783.7535, "$35,783.75"],
    ["usd", 110, "$110"],
    ["usd", 109.999, "$110"],
    ["jpy", 1_200.5, "¥1,201"],
    ["kwd", 1.4996, "KWD 1.500"],
  ] as const)("%s %s is %s", (currency, amount, text) => expect(plain(formatSum("en", currency, amount))).toBe(text))
})

it("counts and dates are written as people write them", () => {
  expect(formatCount("en", 12_345)).toBe("12,345")
  expect(formatDate("en", "2026-01-31T23:59:59.999Z")).toBe("January 31, 2026")
  expect(formatDate("de", "2026-01-31T23:59:59.999Z")).toBe("31. Januar 2026")
})

describe("the language to answer in", () => {
  it.each([
    [undefined, "en"],
    [null, "en"],
    ["", "en"],
    ["de", "de"],
    ["DE-at,en;q=0.8", "de"],
    ["fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5", "fr"],
    ["en;q=0.1, es;q=0.9", "es"],
    ["it, pt;q=0.9, de;q=0.2", "de"],
    ["it, *;q=0.9, de;q=0.2", "en"],
    ["de;q=0, fr", "fr"],
    ["den, fra", "en"],
    ["es;q=banana, ;;,%%%", "en"],
  ])("%s gives %s", (header, locale) => expect(pickLocale(header)).toBe(locale))
})
