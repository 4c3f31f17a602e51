import type { Locale } from "../locale"
import type { Phrasebook } from "../phrasebook"
import { de } from "./de"
import { en } from "./en"
import { es } from "./es"
import { fr } from "./fr"

/** The phrasebook of every language. */
export const PHRASEBOOKS: Readonly<Record<Locale, Phrasebook>> = { en, de, fr, es }
