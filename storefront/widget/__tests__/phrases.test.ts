import { LOCALES } from "../../../src/phrases"
import { untilWords } from "../base/until-words"
import { de as guideDe } from "../phrases/guide/de"
import { en as guideEn } from "../phrases/guide/en"
import { es as guideEs } from "../phrases/guide/es"
import { fr as guideFr } from "../phrases/guide/fr"
import { learn, speechIn } from "../phrases"
import { de } from "../phrases/de"
import { en } from "../phrases/en"
import { es } from "../phrases/es"
import { fr } from "../phrases/fr"

const WORDS = { en, de, fr, es }
const GUIDE = { en: guideEn, de: guideDe, fr: guideFr, es: guideEs }
const BOOKS: [string, Record<keyof typeof WORDS, object>][] = [["widget", WORDS], ["guided way", GUIDE]]
const templates = (words: object): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : Object.entries(value as object).map(([form, text]) => [`${key}.${form}`, String(text)] as [string, string])))
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

describe.each(LOCALES)("the widget in %s", (locale) => {
  it.each(BOOKS)("says everything of the %s, with the same values as in English", (_name, words) => {
    const english = new Map(templates(words.en))
    for (const [key, text] of templates(words[locale])) {
      expect([key, text.trim() === text && text.length > 0]).toEqual([key, true])
      expect([key, placeholders(text)]).toEqual([key, placeholders(english.get(key) ?? "")])
    }
    expect(templates(words[locale]).map(([key]) => key)).toEqual([...english.keys()])
  })

  it("calls asking for a price and ordering by two names", () => {
    const words = WORDS[locale]
    expect(new Set([words.ask_again, words.order_again]).size).toBe(2)
  })

  it("counts down in days, hours, minutes", async () => {
    await learn(locale)
    const speech = speechIn(locale)
    const HOUR = 3_600_000
    expect(untilWords(speech, 7 * 24 * HOUR - 1)).toContain(`${speech.count("time_days", 6)} ${speech.count("time_hours", 23)}`)
    expect(untilWords(speech, 7 * 24 * HOUR)).toBe(speech.say("ends_in", { time: speech.count("time_days", 7) }))
    expect(untilWords(speech, 30.5 * HOUR)).toContain("30")
    expect(untilWords(speech, HOUR)).toContain(speech.count("time_hours", 1))
    expect(untilWords(speech, 125_000)).toContain("02:05")
    expect(untilWords(speech, 0)).toBe(speech.say("ended"))
  })
})

it("speaks English where there are no words for a language", async () => {
  await Promise.all([learn("de-AT"), learn("ja")])
  expect(speechIn("ja").say("accept")).toBe("Accept")
  expect(speechIn("de-AT").say("accept")).toBe("Annehmen")
})
