import { ContractError } from "../../contract"
import type { AgreementLineView, UseLine } from "../../modules/negotiation/agreement-types"
import type { AgreementCart, CartLine } from "./plan-cart"

/** Why a line's agreed price no longer applies. */
export type LineProblem = "ended" | "quantity" | "region" | "used_up"

/** A line whose price rests on an agreement that no longer applies. */
export interface ProblemLine {
  readonly line_item_id: string
  readonly variant_id: string
  readonly quantity: number
  readonly unit_price: number
  readonly why: LineProblem
  readonly agreement_id: string
  readonly min_quantity: number
}

/** What completing a cart would use of agreements, and what stands against it. */
export interface CompletionCheck {
  readonly uses: { readonly agreement_id: string; readonly lines: UseLine[] }[]
  readonly problems: ProblemLine[]
}

function problemOf(cart: AgreementCart, item: CartLine, line: AgreementLineView): LineProblem | null {
  if (!line.live) return "ended"
  if (line.region_id !== cart.region_id) return "region"
  if (item.quantity < line.min_quantity) return "quantity"
  return line.remaining_quantity !== null && item.quantity > line.remaining_quantity ? "used_up" : null
}

/**
 * Which agreements a cart's prices rest on, decided from the lines themselves. A line rests on an agreement when it shows
 * that agreement's price and the buyer's own price at this quantity is higher; a line the buyer would get as cheap without
 * an agreement uses none.
 *
 * @param agreed every line the company ever agreed on for the cart's variants.
 * @param ownPrice the buyer's own unit price of a variant at a quantity, null where there is none.
 */
export function checkLines(
  cart: AgreementCart,
  agreed: readonly AgreementLineView[],
  ownPrice: (variant_id: string, quantity: number) => number | null
): CompletionCheck {
  const uses = new Map<string, UseLine[]>()
  const problems: ProblemLine[] = []
  for (const item of cart.items) {
    const { variant_id, quantity, unit_price } = item
    if (variant_id === null || item.is_custom_price) continue
    const behind = agreed.filter(
      (line) => line.variant_id === variant_id && line.currency_code === cart.currency_code && line.unit_price === unit_price
    )
    const last = behind.at(-1)
    if (!last || (ownPrice(variant_id, quantity) ?? Infinity) <= unit_price) continue
    const applicable = behind.find((line) => problemOf(cart, item, line) === null)
    if (applicable) {
      const lines = uses.get(applicable.agreement_id) ?? []
      uses.set(applicable.agreement_id, [...lines, { line_id: applicable.line_id, variant_id, quantity, unit_price }])
      continue
    }
    const named = behind.find((line) => line.live) ?? last
    const why = problemOf(cart, item, named) ?? "ended"
    const { agreement_id, min_quantity } = named
    problems.push({ line_item_id: item.id, variant_id, quantity, unit_price, why, agreement_id, min_quantity })
  }
  return { uses: [...uses].map(([agreement_id, lines]) => ({ agreement_id, lines })), problems }
}

const WORDS: Record<LineProblem, string> = {
  ended: "the agreement behind it has ended",
  quantity: "the quantity is under the agreed one",
  region: "it was agreed for another region",
  used_up: "fewer pieces than that are left of the agreed quantity",
}

/** The refusal of a completion, or null where nothing stands against it. */
export function refusalOf(check: CompletionCheck): ContractError | null {
  const first = check.problems[0]
  if (!first) return null
  return new ContractError(
    "agreement_not_applicable",
    `An agreed price in this cart no longer applies: ${WORDS[first.why]}. Set the cart's region again to see the current prices.`,
    { lines: check.problems }
  )
}
