import { ContractError } from "../../contract"
import type { ResolvedBuyer } from "../../modules/negotiation/options"

/** What a buyer may spend: `left` of it, in major units. */
export interface SpendingLimit {
  readonly left: number
  /** ISO 4217, lower case. */
  readonly currency_code: string
}

/** What a buyer may do for their company. */
export interface BuyerRights {
  readonly may_request: boolean
  readonly may_accept: boolean
  /** Null: any sum. */
  readonly spending_limit: SpendingLimit | null
}

/** A buyer nobody has limited. */
export const ALL_RIGHTS: BuyerRights = { may_request: true, may_accept: true, spending_limit: null }

/** The rights in an answer of the store's own company module; whatever it leaves out is allowed. */
export function rightsOf(buyer: ResolvedBuyer | undefined): BuyerRights {
  const limit = buyer?.spending_limit
  return {
    may_request: buyer?.may_request ?? true,
    may_accept: buyer?.may_accept ?? true,
    spending_limit: limit ? { left: Math.max(0, roundedLeft(limit)), currency_code: limit.currency_code.toLowerCase() } : null,
  }
}

/** What is left of a limit, to a ten-thousandth: sums of floats must not refuse what fits exactly. */
function roundedLeft({ amount, spent }: { readonly amount: number; readonly spent: number }): number {
  return Math.round((Number(amount) - Number(spent)) * 10_000) / 10_000
}

/** Whoever has rights, as a company's buyer does. */
interface Entitled {
  readonly buyer: BuyerRights
}

/** @throws ContractError `not_permitted` where the buyer may not ask for prices */
export function requireMayRequest({ buyer }: Entitled): void {
  if (!buyer.may_request) throw new ContractError("not_permitted", "You may not ask for prices for your company")
}

/** @throws ContractError `not_permitted` where the buyer may not agree to prices */
export function requireMayAccept({ buyer }: Entitled): void {
  if (!buyer.may_accept) throw new ContractError("not_permitted", "You may not agree to prices for your company")
}

/**
 * Holds a buyer to what they may spend: the goods at the prices asked or agreed, as the cart shows them. A limit in another
 * currency can't be compared, and allows nothing.
 *
 * @throws ContractError `spending_limit` with `left` (null where it can't be compared), `needed` and `currency_code`
 */
export function requireWithinLimit({ buyer }: Entitled, { currency_code, needed }: { readonly currency_code: string; readonly needed: number }): void {
  const limit = buyer.spending_limit
  if (limit === null) return
  const left = limit.currency_code === currency_code.toLowerCase() ? limit.left : null
  if (left !== null && needed <= left) return
  throw new ContractError("spending_limit", "This is above what you may spend for your company", { left, needed, currency_code })
}

/** What an ask comes to, in major units: no offer that answers it asks for less. */
export function askedTotal(
  ask:
    | { readonly type: "lines"; readonly asks: readonly { readonly unit_price: number; readonly quantity: number }[] }
    | { readonly type: "total"; readonly total: number }
): number {
  if (ask.type === "total") return ask.total
  const units = ask.asks.reduce((sum, line) => sum + Math.round(line.unit_price * 10_000) * line.quantity, 0)
  return units / 10_000
}
