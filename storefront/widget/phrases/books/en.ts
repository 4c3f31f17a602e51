import { en as phrasebook } from "../../../../src/phrases/locales/en"
import type { Book } from "../book"
import { en as guide } from "../guide/en"
import { en as words } from "../en"

// Named one by one, so that what the widget never says is left out of its bundle.
const { reason, error, history } = phrasebook

/** All the widget says in English. */
export const book: Book = { words, guide, answers: { reason, error, history } }
