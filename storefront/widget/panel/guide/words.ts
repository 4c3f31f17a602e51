import type { Template } from "../../../../src/phrases/phrasebook"
import { fill } from "../../../../src/phrases/fill"
import type { Speech } from "../../phrases"
import { de } from "./de"
import { en } from "./en"
import { es } from "./es"
import { fr } from "./fr"

/** Every sentence of the guided way and the forms in one language. They come with them: who never taps for one never loads them. */
export type GuideWords = { readonly [Key in keyof typeof en]: Template }

/** The guided way and the forms in all languages. */
export const GUIDE: Readonly<Record<Speech["locale"], GuideWords>> = { en, de, fr, es }

/** A sentence of the guided way or a form in the language of the element around it. */
export function guideWord(speech: Speech, key: keyof GuideWords, values: Readonly<Record<string, string>> = {}): string {
  return fill(GUIDE[speech.locale][key], values)
}
