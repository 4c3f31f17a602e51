import type { Template } from "../../../../src/phrases/phrasebook"
import { fill } from "../../../../src/phrases/fill"
import type { Speech } from "../../phrases"
import { de } from "./de"
import { en } from "./en"
import { es } from "./es"
import { fr } from "./fr"

/** Every sentence of the guided way in one language. They come with it: who never taps for it never loads them. */
export type GuideWords = { readonly [Key in keyof typeof en]: Template }

/** All languages of the guided way. */
export const GUIDE: Readonly<Record<Speech["locale"], GuideWords>> = { en, de, fr, es }

/** A sentence of the guided way in the language of the element around it. */
export function guideWord(speech: Speech, key: keyof GuideWords, values: Readonly<Record<string, string>> = {}): string {
  return fill(GUIDE[speech.locale][key], values)
}
