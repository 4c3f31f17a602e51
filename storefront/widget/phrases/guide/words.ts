import type { Template } from "../../../../src/phrases/phrasebook"
import type { en } from "./en"

/** Every sentence of the guided way and the forms in one language. */
export type GuideWords = { readonly [Key in keyof typeof en]: Template }
