import { fr as phrasebook } from "../../../../src/phrases/locales/fr"

// Named one by one, so that what the widget never says is left out of its bundle.
const { reason, error, history } = phrasebook

/** What the widget says of the phrases everything shares. */
export const answers = { reason, error, history }
