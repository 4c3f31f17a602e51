import type { Locale } from "../../../src/phrases"
import type { Phrasebook } from "../../../src/phrases/phrasebook"
import { wait } from "../../client/wait"
import { firstNumber } from "./first-number"
import type { GuideWords } from "./guide/words"
import type { Words } from "./words"

/** All there is to say in one language: the widget's own sentences, those of the guided way and the forms, and those on reasons, errors and history that everything shares. */
export interface Book {
  readonly words: Words
  readonly guide: GuideWords
  readonly answers: Pick<Phrasebook, "reason" | "error" | "history">
}

/** Each language is a file of its own: who buys in one never loads another. */
const LOADERS: Readonly<Record<Locale, () => Promise<Book>>> = {
  en: async () => (await import("./books/en")).book,
  de: async () => (await import("./books/de")).book,
  fr: async () => (await import("./books/fr")).book,
  es: async () => (await import("./books/es")).book,
}

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 30_000

const books = new Map<Locale, Book>()
const coming = new Map<Locale, Promise<Book>>()

/** Where a language can't be had English stands in: a widget in English beats none. Where that can't be had either, it is tried again. */
async function fetchBook(locale: Locale): Promise<Book> {
  for (let pause = FIRST_WAIT_MS; ; pause = Math.min(2 * pause, LONGEST_WAIT_MS)) {
    const book = await LOADERS[locale]().catch(() => LOADERS.en()).catch(() => null)
    if (book) return book
    await wait(pause)
  }
}

/** Sees to it that a language is there. Resolves once it is. */
export async function loadBook(locale: Locale): Promise<void> {
  if (books.has(locale)) return
  const book = coming.get(locale) ?? Promise.all([fetchBook(locale), firstNumber()]).then(([fetched]) => fetched)
  coming.set(locale, book)
  books.set(locale, await book)
}

/** Whether a language is there. */
export function hasBook(locale: Locale): boolean {
  return books.has(locale)
}

/** The language that is there for a wanted one: while it is on its way, after a page has changed its language, the one the page had. */
export function spokenFor(locale: Locale): Locale {
  return hasBook(locale) ? locale : ([...books.keys()][0] ?? locale)
}

/** The book of a language. @throws Error before it is there: elements wait for it before they say anything. */
export function bookOf(locale: Locale): Book {
  const book = books.get(locale)
  if (!book) throw new Error(`The words of ${locale} are not there yet`)
  return book
}
