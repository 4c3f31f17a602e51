import { de as phrasebook } from "../../../../src/phrases/locales/de"
import type { Book } from "../book"
import { de as guide } from "../guide/de"
import { de as words } from "../de"

// Named one by one, so that what the widget never says is left out of its bundle.
const { reason, error, history } = phrasebook

/** All the widget says in German. */
export const book: Book = { words, guide, answers: { reason, error, history } }
