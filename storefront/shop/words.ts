import { formatAmount, formatCount, formatDate } from "../../src/phrases/format"

/** An amount as people write it. */
export const money = (currency: string, amount: number): string => formatAmount("en", currency, amount)
/** A number of pieces as people write it. */
export const count = (pieces: number): string => formatCount("en", pieces)
/** A day as people write it. */
export const day = (iso: string): string => formatDate("en", iso)
