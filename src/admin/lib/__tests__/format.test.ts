import { formatDuration, formatHours, formatMoney, formatShare, formatUnitPrice, NOTHING } from "../format"
import { toIntlLocale } from "../locale"

describe("figures in words", () => {
  it("writes money with the decimals of its currency", () => {
    expect(formatMoney("en", 1_234.5, "usd")).toBe("$1,234.50")
    expect(formatMoney("en", 1_234, "jpy")).toBe("¥1,234")
  })

  it("shows a unit price's extra decimals, where it has any", () => {
    expect(formatUnitPrice("en", 0.0125, "usd")).toBe("$0.0125")
    expect(formatUnitPrice("en", 110, "usd")).toBe("$110.00")
  })

  it("never turns the unknown into a zero", () => {
    expect([formatMoney("en", null, "usd"), formatShare("en", null), formatHours("en", null)]).toEqual([NOTHING, NOTHING, NOTHING])
    expect(formatShare("en", 0)).toBe("0%")
  })

  it.each([
    [0, "< 1 min"],
    [0.5, "30 min"],
    [4.21, "4.2 hr"],
    [60, "2.5 days"],
  ])("writes %d hours as %s", (hours, words) => expect(formatHours("en", hours)).toBe(words))

  it("rounds lengths of time down, to at least a minute", () => {
    expect([10_000, 3_599_000, 7_200_000, 172_800_000].map((length) => formatDuration("en", length))).toEqual(["1 min", "59 min", "2 hr", "2 days"])
  })
})

describe("the dashboard's language codes", () => {
  it.each([
    ["enGB", "en-GB"],
    ["ptBR", "pt-BR"],
    ["de", "de"],
    [undefined, "en"],
    ["not a language", "en"],
  ])("%s becomes %s", (code, locale) => expect(toIntlLocale(code)).toBe(locale))
})
