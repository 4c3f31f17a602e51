/**
 * The words buyers read, in four languages: one source for answers, widget, mail and PDF. Words follow prices, never the
 * other way round: nothing here computes what is offered.
 */
export { type Locale, LOCALES, pickLocale } from "./locale"
export { formatAmount, formatCount, formatDate, formatPercent, formatSum } from "./format"
export { differenceText, offerExplanation, type DifferenceWords, type ExplanationWords } from "./explanation"
export { quantityHint, type HintWords } from "./hint"
export { optionConditions, optionHeadline, type ConcessionWords, type OptionLineWords, type OptionWords } from "./option"
export { errorMessage, historyText, reasonText } from "./texts"
export { type BuyerErrorCode, HISTORY_KEYS, type HistoryKey, type PublicReason } from "./phrasebook"
