import { BUYER_REASON_CODES, ERROR_CODES, publicReasonCode, SELLER_REASON_CODES, SYSTEM_REASON_CODES } from "../../contract"
import { errorMessage, HISTORY_KEYS, historyText, LOCALES, reasonText } from ".."
import { PHRASEBOOKS } from "../locales"

/** Every text of a phrasebook by its path. */
function texts(node: object, path = ""): Map<string, string> {
  return new Map(
    Object.entries(node).flatMap(([key, value]: [string, unknown]): [string, string][] =>
      typeof value === "string" ? [[`${path}/${key}`, value]] : [...texts(value as object, `${path}/${key}`)]
    )
  )
}
const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort()
const english = texts(PHRASEBOOKS.en)

describe.each(LOCALES)("the phrasebook %s", (locale) => {
  const own = texts(PHRASEBOOKS[locale])

  it("has every text, and no other", () => {
    expect([...own.keys()].sort()).toEqual([...english.keys()].sort())
    expect([...own.values()].filter((text) => text.trim() === "")).toEqual([])
  })

  it("names the same values as English does", () => {
    for (const [path, text] of own) expect([path, placeholders(text)]).toEqual([path, placeholders(english.get(path) ?? "")])
  })

  it("is a translation", () => {
    if (locale === "en") return
    const same = [...own].filter(([path, text]) => text === english.get(path)).map(([path]) => path)
    expect(same).toEqual([])
  })

  it("never speaks of what is the seller's alone", () => {
    const secret = /\b(cost|costs|floor|margin|policy|threshold|limit|Kosten|Einkaufspreis|Untergrenze|Marge|Spanne|Richtlinie|Grenze|coût|plancher|politique|plafond|coste|costo|margen|suelo|política|límite)\b/i
    expect([...own.values()].filter((text) => secret.test(text))).toEqual([])
  })

  it("has words for every public reason, error and entry", () => {
    const codes = new Set([...BUYER_REASON_CODES, ...SELLER_REASON_CODES, ...SYSTEM_REASON_CODES])
    for (const code of codes) {
      for (const status of ["in_review", "declined"]) {
        const shown = publicReasonCode(code, status)
        expect([code, typeof reasonText(locale, shown)]).toEqual([code, shown === null ? "object" : "string"])
      }
    }
    for (const code of Object.keys(ERROR_CODES) as (keyof typeof ERROR_CODES)[]) expect(errorMessage(locale, code)).toMatch(/\.$/)
    for (const key of HISTORY_KEYS) {
      const [by, kind] = key.split(".") as ["buyer" | "seller", string]
      expect(historyText(locale, by, kind)).toMatch(/\.$/)
    }
  })
})

describe("codes without words", () => {
  it("of the seller alone say nothing", () => {
    expect(reasonText("en", "cost_missing")).toBeNull()
    expect(reasonText("en", "margin_too_low")).toBeNull()
    expect(reasonText("en", null)).toBeNull()
    expect(historyText("en", "seller", "noted")).toBeNull()
  })

  it("that only a merchant meets read as invalid data", () => {
    expect(errorMessage("en", "under_floor")).toBe(errorMessage("en", "invalid_data"))
    expect(errorMessage("en", "policy_invalid")).toBe(errorMessage("en", "invalid_data"))
  })

  it("that every object inherits are no words", () => {
    expect(reasonText("en", "toString")).toBeNull()
    expect(reasonText("en", "constructor")).toBeNull()
  })
})
