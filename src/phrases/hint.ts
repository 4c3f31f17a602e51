import { counted, fill } from "./fill"
import { formatAmount, formatCount } from "./format"
import type { Locale } from "./locale"
import { PHRASEBOOKS } from "./locales"

/** What changing a quantity does, as words need it. Prices per piece in major units, as the cart shows them. */
export type HintWords = {
  /** ISO 4217, lower case as the contract has it. */
  readonly currency_code: string
  /** The agreed price; for `over` the one that applies again. */
  readonly unit_price: number
} & (
  | {
      /** Fewer pieces than agreed: from `quantity` on the price applies. `split`: the article is on several lines. */
      readonly kind: "under" | "split"
      readonly quantity: number
      /** Pieces from which on the agreed quantity is cheaper in total; left out where there are none. */
      readonly cheaper_from?: number | undefined
    }
  /** The agreed price applies: under `quantity` it doesn't. */
  | { readonly kind: "over"; readonly quantity: number }
  /** Little is left of what may be bought at the agreed price. */
  | { readonly kind: "left"; readonly remaining: number }
)

/** One sentence on what changing the quantity does: "Under 4,000 pieces the normal price of $120 applies again." */
export function quantityHint(locale: Locale, words: HintWords): string {
  const { hint } = PHRASEBOOKS[locale]
  const price = formatAmount(locale, words.currency_code, words.unit_price)
  if (words.kind === "left") {
    return fill(counted(locale, hint.left, words.remaining), { price, remaining: formatCount(locale, words.remaining) })
  }
  const quantity = formatCount(locale, words.quantity)
  if (words.kind === "under" && words.cheaper_from !== undefined && words.cheaper_from < words.quantity) {
    return fill(hint.under_cheaper, { price, quantity, from: formatCount(locale, words.cheaper_from) })
  }
  return fill(hint[words.kind], { price, quantity })
}
