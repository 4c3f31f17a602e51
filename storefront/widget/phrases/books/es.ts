import { es as phrasebook } from "../../../../src/phrases/locales/es"
import type { Book } from "../book"
import { es as guide } from "../guide/es"
import { es as words } from "../es"

// Named one by one, so that what the widget never says is left out of its bundle.
const { reason, error, history } = phrasebook

/** All the widget says in Spanish. */
export const book: Book = { words, guide, answers: { reason, error, history } }
