import { ContractError } from "../../contract"
import type { AgreementLineView, StandingConcession, UseLine } from "../../modules/negotiation/agreement-types"
import { mayUse, type AgreementCart, type CartLine } from "./plan-cart"

/** Why a line's agreed price no longer applies. */
export type LineProblem = "ended" | "quantity" | "region" | "used_up" | "buyer"

/** A line whose price rests on an agreement that no longer applies. */
export interface ProblemLine {
  readonly line_item_id: string
  readonly variant_id: string
  readonly quantity: number
  readonly unit_price: number
  readonly why: LineProblem
  /** Null where the agreement is not this buyer's to know. */
  readonly agreement_id: string | null
  readonly min_quantity: number | null
}

/** Who completes a cart: the customer on it, and the companies they buy for today. */
export interface Completing {
  readonly customer_id: string | null
  readonly company_ids: readonly string[]
}

/** What completing a cart would use of agreements, and what stands against it. */
export interface CompletionCheck {
  readonly uses: { readonly agreement_id: string; readonly lines: UseLine[] }[]
  readonly problems: ProblemLine[]
}

/** @param taken pieces that other lines of the cart take of the same agreed line. */
function problemOf(cart: AgreementCart, buyer: Completing, item: CartLine, line: AgreementLineView, taken = 0): LineProblem | null {
  if (!mayUse(line, buyer)) return "buyer"
  const used_up = line.remaining_quantity !== null && item.quantity + taken > line.remaining_quantity
  if (!line.live) return used_up ? "used_up" : "ended"
  if (line.region_id !== cart.region_id) return "region"
  if (item.quantity < line.min_quantity) return "quantity"
  return used_up ? "used_up" : null
}

/** Pieces of each agreed line that the cart takes. */
type Taken = ReadonlyMap<string, number>

/** What to say of a line that no agreement stands behind: about the buyer's own agreement where there is one. */
function problemLine(cart: AgreementCart, buyer: Completing, item: CartLine & { variant_id: string }, behind: readonly AgreementLineView[], taken: Taken): ProblemLine {
  const { id: line_item_id, variant_id, quantity, unit_price } = item
  const theirs = behind.filter((line) => mayUse(line, buyer))
  const named = theirs.find((line) => line.live) ?? theirs.at(-1)
  const why = named ? (problemOf(cart, buyer, item, named, taken.get(named.id)) ?? "ended") : "buyer"
  return { line_item_id, variant_id, quantity, unit_price, why, agreement_id: named?.agreement_id ?? null, min_quantity: named?.min_quantity ?? null }
}

/**
 * Which agreements a cart's prices rest on, decided from the lines themselves. A line rests on an agreement when it shows
 * that agreement's price and the buyer's own price at this quantity is higher. A line the buyer would get as cheap without
 * an agreement uses one only where something agreed is taken off it, at whatever price, or where its article stands in for another.
 * Prices are compared as the cart shows them, tax included or not. Lines at one agreed price share what is left of it. An agreement that
 * takes something off other goods or freight is used as well, for no pieces.
 *
 * @param agreed every line that the cart's prices may rest on, this buyer's or not.
 * @param ownPrice the buyer's own unit price of a variant at a quantity, null where there is none.
 * @param conceded what agreements concede in the cart.
 */
export function checkLines(
  cart: AgreementCart,
  buyer: Completing,
  agreed: readonly AgreementLineView[],
  ownPrice: (variant_id: string, quantity: number) => number | null,
  conceded: readonly StandingConcession[] = []
): CompletionCheck {
  const uses = new Map<string, UseLine[]>()
  const problems: ProblemLine[] = []
  const taken = new Map<string, number>()
  for (const item of cart.items) {
    const { variant_id, quantity, unit_price } = item
    if (variant_id === null || item.is_custom_price) continue
    const atPrice = agreed.filter(
      (line) => line.variant_id === variant_id && line.currency_code === cart.currency_code && line.unit_price === unit_price
    )
    const off = agreed.filter((line) => conceded.some((each) => each.item_id === item.id && each.agreement_line_id === line.id))
    const rests = atPrice.length > 0 && (ownPrice(variant_id, quantity) ?? Infinity) > unit_price
    const behind = rests ? atPrice : [...off, ...atPrice.filter((line) => line.stands_in && !off.includes(line))]
    if (behind.length === 0) continue
    const applicable = behind.find((line) => problemOf(cart, buyer, item, line, taken.get(line.id)) === null)
    if (applicable) {
      const { id: agreement_line_id, agreement_id, line_id } = applicable
      taken.set(agreement_line_id, (taken.get(agreement_line_id) ?? 0) + quantity)
      uses.set(agreement_id, [...(uses.get(agreement_id) ?? []), { agreement_line_id, line_id, variant_id, quantity, unit_price }])
    } else if (rests || off.some((line) => problemOf(cart, buyer, item, line, taken.get(line.id)) === "used_up")) {
      problems.push(problemLine(cart, buyer, { ...item, variant_id }, behind, taken))
    }
  }
  for (const { agreement_id } of conceded) if (!uses.has(agreement_id)) uses.set(agreement_id, [])
  return { uses: [...uses].map(([agreement_id, lines]) => ({ agreement_id, lines })), problems }
}

const WORDS: Record<LineProblem, string> = {
  ended: "the agreement behind it has ended",
  quantity: "the quantity is under the agreed one",
  region: "it was agreed for another region",
  used_up: "fewer pieces than that are left of the agreed quantity",
  buyer: "it was agreed for another buyer",
}

/** The refusal of a completion, or null where nothing stands against it. */
export function refusalOf(check: CompletionCheck): ContractError | null {
  const first = check.problems[0]
  if (!first) return null
  return new ContractError(
    "agreement_not_applicable",
    `An agreed price in this cart no longer applies: ${WORDS[first.why]}. Nothing was ordered; the cart has to be priced anew first.`,
    { lines: check.problems }
  )
}
