import type { ErrorCode } from "../contract"
import type { Locale } from "./locale"
import { PHRASEBOOKS } from "./locales"
import type { BuyerErrorCode, HistoryKey, PublicReason } from "./phrasebook"

/** True where `key` is one of the phrasebook's own keys, and not one it inherits from `Object`. */
function has<Key extends string>(texts: Readonly<Record<Key, string>>, key: string): key is Key {
  return Object.hasOwn(texts, key)
}

/**
 * Why a case stands where it stands, in words.
 *
 * @param code a public reason code, see the contract's `publicReasonCode`; internal codes have no words here.
 * @returns the words, or null for a code buyers are not told.
 */
export function reasonText(locale: Locale, code: PublicReason | (string & {}) | null): string | null {
  const { reason } = PHRASEBOOKS[locale]
  return code !== null && has(reason, code) ? reason[code] : null
}

/** What went wrong with a buyer's request. Codes that only the merchant's own people meet read as `invalid_data`. */
export function errorMessage(locale: Locale, code: ErrorCode): string {
  const { error } = PHRASEBOOKS[locale]
  const buyerCode: BuyerErrorCode = has(error, code) ? code : "invalid_data"
  return error[buyerCode]
}

/**
 * What an entry of the history says to the buyer.
 *
 * @param kind as the case's history has it: `requested`, `countered`, `offered`, …
 * @returns the words, or null for an entry that has none of its own.
 */
export function historyText(locale: Locale, by: "buyer" | "seller", kind: string): string | null {
  const { history } = PHRASEBOOKS[locale]
  const key: HistoryKey | (string & {}) = `${by}.${kind}`
  return has(history, key) ? history[key] : null
}
