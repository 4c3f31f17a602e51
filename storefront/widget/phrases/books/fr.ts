import { fr as phrasebook } from "../../../../src/phrases/locales/fr"
import type { Book } from "../book"
import { fr as guide } from "../guide/fr"
import { fr as words } from "../fr"

// Named one by one, so that what the widget never says is left out of its bundle.
const { reason, error, history } = phrasebook

/** All the widget says in French. */
export const book: Book = { words, guide, answers: { reason, error, history } }
