import { ContractError } from "../../contract"
import type { AgreementLineView } from "../../modules/negotiation/agreement-types"

/** A cart's line as far as an agreement cares. */
export interface CartLine {
  readonly id: string
  readonly variant_id: string | null
  readonly quantity: number
  /** Per piece in major units, as the cart shows it. */
  readonly unit_price: number
  readonly is_custom_price: boolean
}

/** A cart as far as an agreement cares. */
export interface AgreementCart {
  readonly id: string
  readonly customer_id: string | null
  readonly region_id: string | null
  readonly currency_code: string
  readonly sales_channel_id: string | null
  readonly completed_at: Date | string | null
  readonly items: readonly CartLine[]
}

/** What to do to a cart so that it holds what was agreed. */
export interface CartPlan {
  readonly updates: { readonly id: string; readonly variant_id: string; readonly quantity: number }[]
  readonly additions: { readonly variant_id: string; readonly quantity: number }[]
  /** Lines whose article another one takes the place of. */
  readonly removals: string[]
}

/** What was asked for on a line of the negotiation: the cart's line, null where there was none, and its article. */
export interface AskedLine {
  readonly line_item_id: string | null
  readonly variant_id: string
}

/** The fields of a cart that {@link AgreementCart} needs. */
export const AGREEMENT_CART_FIELDS = [
  "id",
  "customer_id",
  "region_id",
  "currency_code",
  "sales_channel_id",
  "completed_at",
  "items.id",
  "items.variant_id",
  "items.quantity",
  "items.unit_price",
  "items.is_custom_price",
]

/** Whether a buyer may use, see and apply an agreement: of a company they buy for, and not one colleague's alone. */
export function mayUse(
  agreement: { readonly company_id: string; readonly customer_id: string; readonly shared: boolean },
  buyer: { readonly customer_id: string | null; readonly company_ids: readonly (string | null)[] }
): boolean {
  return buyer.company_ids.includes(agreement.company_id) && (agreement.shared || agreement.customer_id === buyer.customer_id)
}

/** The lines an agreement brings into a cart: what it gives now, without the prices taken over from an older one. */
export function linesToApply(lines: readonly AgreementLineView[]): AgreementLineView[] {
  return lines.filter((line) => line.live && line.line_valid_until === null)
}

/** The refusal of a cart whose amounts are not of the agreement's currency. */
export function otherCurrency(agreement: { readonly currency_code: string }, currency_code: string): ContractError {
  return new ContractError("currency_mismatch", "The agreement was made in another currency than this cart's", {
    currency_code: agreement.currency_code,
    cart_currency_code: currency_code,
  })
}

/**
 * Says why an agreement can't be applied to a cart, or nothing.
 * @throws ContractError `agreement_not_applicable`, `cart_completed`, `currency_mismatch`
 */
export function checkApplicable(cart: AgreementCart, lines: readonly AgreementLineView[]): void {
  const first = lines[0]
  const refuse = (why: string, message: string): never => {
    throw new ContractError("agreement_not_applicable", message, { agreement_id: first?.agreement_id ?? null, why })
  }
  if (!first) return refuse("gone", "There is no such agreement")
  if (linesToApply(lines).length === 0) return refuse("ended", "The agreement has ended")
  if (cart.completed_at !== null) throw new ContractError("cart_completed", "The cart has been ordered already")
  if (cart.currency_code !== first.currency_code) throw otherCurrency(first, cart.currency_code)
  if (cart.region_id !== first.region_id) return refuse("region", "The agreement was made for another region")
}

/** The cart line of an article: the negotiated one where it still exists, else the largest. */
function lineFor(cart: AgreementCart, variant_id: string, asked: AskedLine | undefined): CartLine | undefined {
  const ofVariant = cart.items.filter((item) => item.variant_id === variant_id)
  return ofVariant.find((item) => item.id === asked?.line_item_id) ?? [...ofVariant].sort((a, b) => b.quantity - a.quantity)[0]
}

/**
 * The line that another agreed article takes the place of: the asked one; while the offer is being accepted also one of the asked article
 * that was put back after it was taken out. In another cart, later, nothing is taken out that nobody spoke of. Undefined where there is none.
 */
function lineToReplace(cart: AgreementCart, line: AgreementLineView, asked: AskedLine | undefined, accepting: boolean): CartLine | undefined {
  if (!asked || asked.variant_id === line.variant_id) return undefined
  const found = lineFor(cart, asked.variant_id, asked)
  const isAsked = found?.id === asked.line_item_id
  const putBack = accepting && !cart.items.some(({ id }) => id === asked.line_item_id)
  return isAsked || putBack ? found : undefined
}

/**
 * What a substitute is accepted for has to be in the cart: nobody is sold something in place of nothing.
 * @throws ContractError `agreement_not_applicable` naming the article that is gone
 */
export function requireReplaced(cart: AgreementCart, lines: readonly AgreementLineView[], asked: Readonly<Record<string, AskedLine>>): void {
  for (const line of linesToApply(lines)) {
    const wanted = line.line_id === null ? undefined : asked[line.line_id]
    if (!wanted || wanted.variant_id === line.variant_id || lineToReplace(cart, line, wanted, true)) continue
    throw new ContractError("agreement_not_applicable", `What ${line.title} would stand in for is not in the cart any more`, {
      agreement_id: line.agreement_id,
      why: "line_gone",
      variant_id: wanted.variant_id,
    })
  }
}

/**
 * What to do to a cart: exactly the agreed quantity on each agreed line, or at least that where more is welcome. A line that
 * is gone comes back. Where another article was agreed on than was asked for, it takes the place of the asked one.
 *
 * @param asked what was asked for, by negotiation line.
 * @param how `exact`: exactly the agreed quantity; `accepting`: an offer is being accepted, on the cart it was made for.
 */
export function planCart(
  cart: AgreementCart,
  lines: readonly AgreementLineView[],
  asked: Readonly<Record<string, AskedLine>>,
  { exact = false, accepting = false }: { readonly exact?: boolean | undefined; readonly accepting?: boolean | undefined }
): CartPlan {
  const plan: CartPlan = { updates: [], additions: [], removals: [] }
  for (const line of linesToApply(lines)) {
    const { variant_id, min_quantity: quantity } = line
    const wanted = line.line_id === null ? undefined : asked[line.line_id]
    const replaced = lineToReplace(cart, line, wanted, accepting)
    const item = lineFor(cart, line.variant_id, wanted)
    if (replaced) {
      plan.removals.push(replaced.id)
      plan.additions.push({ variant_id, quantity })
    } else if (!item) plan.additions.push({ variant_id, quantity })
    else if (exact ? item.quantity !== quantity : item.quantity < quantity) plan.updates.push({ id: item.id, variant_id, quantity })
  }
  return plan
}

/**
 * Proves that the recalculated cart gives what was agreed: for each line a cart line of the variant with the quantity and a
 * price at or under the agreed one.
 * @throws ContractError `agreement_not_applicable` naming the first line that doesn't.
 */
export function checkPrices(cart: AgreementCart, lines: readonly AgreementLineView[]): void {
  for (const line of linesToApply(lines)) {
    const items = cart.items.filter((item) => item.variant_id === line.variant_id && item.quantity >= line.min_quantity)
    if (items.some((item) => item.unit_price <= line.unit_price)) continue
    throw new ContractError("agreement_not_applicable", `The cart does not show the agreed price of ${line.title}`, {
      agreement_id: line.agreement_id,
      why: "price",
      variant_id: line.variant_id,
      agreed_unit_price: line.unit_price,
      cart_unit_price: items[0]?.unit_price ?? null,
    })
  }
}
