import { z } from "zod"

/** Largest unit price the plugin negotiates, in major units. Keeps every product of price and quantity exact in the engine. */
export const MAX_UNIT_PRICE = 10_000_000

/** Largest quantity on one line. Medusa's cart stores quantities as a 32-bit integer. */
export const MAX_QUANTITY = 10_000_000

/** Most lines one price request may carry. */
export const MAX_LINES = 50

const TEN_THOUSANDTHS = 10_000

/** True where `amount` is a whole number of ten-thousandths of a major unit: the finest price the engine counts in. */
function isWholeTenThousandths(amount: number): boolean {
  const scaled = amount * TEN_THOUSANDTHS
  return Math.abs(scaled - Math.round(scaled)) <= 1e-6 * Math.max(1, Math.abs(scaled) * 1e-6)
}

/**
 * A price per piece in major units of the case's currency, as the cart shows it (net or gross as `is_tax_inclusive` says).
 * Positive, at most {@link MAX_UNIT_PRICE}, at most four decimals.
 */
export const unitPriceSchema = z
  .number()
  .positive()
  .max(MAX_UNIT_PRICE)
  .refine(isWholeTenThousandths, "A price has at most four decimals")

/** A sum of money in major units of the case's currency. Never negative. */
export const totalSchema = z
  .number()
  .positive()
  .max(MAX_UNIT_PRICE * 1_000)
  .refine(isWholeTenThousandths, "An amount has at most four decimals")

/** Half of a surrogate pair. */
const LONE_SURROGATE = /[\uD800-\uDFFF]/u

/** True for text that Postgres can keep: no NUL, no half of a surrogate pair. */
function isKeepable(text: string): boolean {
  return !text.includes("\0") && !LONE_SURROGATE.test(text)
}

/** Text of a person: trimmed, at least one character, at most `max`. */
export function textSchema(max: number) {
  return z.string().trim().min(1).max(max).refine(isKeepable, "A character that can't be kept")
}

/** What ids look like here and in Medusa. */
export const ID_PATTERN = /^[\w-]{1,120}$/

/** An id as a caller names it. */
export const idSchema = z.string().regex(ID_PATTERN, "Not an id")

/** Pieces: a whole number from 1 to {@link MAX_QUANTITY}. */
export const quantitySchema = z.number().int().positive().max(MAX_QUANTITY)

/** ISO 4217 code in lower case, as Medusa stores it. */
export const currencyCodeSchema = z.string().regex(/^[a-z]{3}$/, "A currency code has three lower-case letters")

/** A share from 0 to 1 with at most four decimals, so that it is a whole number of basis points. */
export const shareSchema = z.number().min(0).max(1).refine(isWholeTenThousandths, "A share has at most four decimals")

/** An amount per currency, in major units: `{ "usd": 500000 }`. What a currency that is not named means is said where it is used. */
export const amountByCurrencySchema = z.record(currencyCodeSchema, z.number().positive().max(1_000_000_000))
