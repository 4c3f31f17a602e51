import type { Locale } from "../../../src/phrases"
import type { Phrasebook } from "../../../src/phrases/phrasebook"
import { en as phrasebook } from "../../../src/phrases/locales/en"
import { en } from "./en"
import type { Words } from "./words"

/** All there is to say in one language: the widget's own sentences, and those on reasons, errors and history that everything shares. */
export interface Book {
  readonly words: Words
  readonly answers: Pick<Phrasebook, "reason" | "error" | "history">
}

// Named one by one, so that what the widget never says is left out of its bundle.
const { reason, error, history } = phrasebook
const ENGLISH: Book = { words: en, answers: { reason, error, history } }

/** English travels with the widget; the other languages come when somebody reads them. */
const LOADERS: Readonly<Record<Exclude<Locale, "en">, () => Promise<Book>>> = {
  de: async () => ({ words: (await import("./de")).de, answers: (await import("./answers/de")).answers }),
  fr: async () => ({ words: (await import("./fr")).fr, answers: (await import("./answers/fr")).answers }),
  es: async () => ({ words: (await import("./es")).es, answers: (await import("./answers/es")).answers }),
}

const books = new Map<Locale, Book>([["en", ENGLISH]])

/** Sees to it that a language is there. Where it can't be had, English stays: a widget in English beats none. */
export async function loadBook(locale: Locale): Promise<void> {
  if (locale === "en" || books.has(locale)) return
  books.set(locale, await LOADERS[locale]().catch(() => ENGLISH))
}

/** Whether a language is there. */
export function hasBook(locale: Locale): boolean {
  return books.has(locale)
}

/** The book of a language; English while it is not there. */
export function bookOf(locale: Locale): Book {
  return books.get(locale) ?? ENGLISH
}
