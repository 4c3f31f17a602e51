import type { CountedTemplate, Template } from "../../../src/phrases/phrasebook"
import type { en } from "./en"

/**
 * Every sentence of the widget's own in one language; what stands in answers comes from `src/phrases`. No sentence has a
 * placeholder for a cost, a floor, a margin or a number of a policy.
 */
export type Words = { readonly [Key in keyof typeof en]: (typeof en)[Key] extends string ? Template : CountedTemplate }

/** A sentence without a number that changes its form. */
export type WordKey = { [Key in keyof Words]: Words[Key] extends string ? Key : never }[keyof Words]
/** A sentence that counts something. */
export type CountedKey = Exclude<keyof Words, WordKey>
