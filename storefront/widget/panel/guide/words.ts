import type { Template } from "../../../../src/phrases/phrasebook"
import { fill } from "../../../../src/phrases/fill"
import type { Speech } from "../../phrases"
import { en } from "./en"

/** Every sentence of the guided way and the forms in one language. They come with them: who never taps for one never loads them. */
export type GuideWords = { readonly [Key in keyof typeof en]: Template }
type Locale = Speech["locale"]

/** English comes with the guided way; of the other languages only the one that is read. */
const LOADERS: Readonly<Record<Exclude<Locale, "en">, () => Promise<GuideWords>>> = {
  de: async () => (await import("./de")).de,
  fr: async () => (await import("./fr")).fr,
  es: async () => (await import("./es")).es,
}

const guides = new Map<Locale, GuideWords>([["en", en]])

/** Whether the sentences of a language are still to be had. */
export function lacksGuide(locale: Locale): boolean {
  return !guides.has(locale)
}

/** Sees to it that the sentences of a language are there. Where they can't be had, English stays. */
export async function learnGuide(locale: Locale): Promise<void> {
  if (locale === "en" || !lacksGuide(locale)) return
  guides.set(locale, await LOADERS[locale]().catch(() => en))
}

/** A sentence of the guided way or a form in the language of the element around it. */
export function guideWord(speech: Speech, key: keyof GuideWords, values: Readonly<Record<string, string>> = {}): string {
  return fill((guides.get(speech.locale) ?? en)[key], values)
}
