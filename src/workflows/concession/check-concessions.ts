import type { MedusaContainer } from "@medusajs/framework/types"
import { ContractError } from "../../contract"
import { readStanding, type BuyerStanding } from "./buyer-standing"
import { CODE_PREFIX } from "./codes"
import { paymentTermOf } from "./payment-terms"
import { planSettlement } from "./settle/plan-settlement"
import { readPricedCart } from "./settle/priced-cart"
import { hasSomethingToSettle } from "./settle/settle-promotions"
import { databaseOf } from "../database"

/** What stands against completing a cart, in `details.why`. */
export type ConcessionProblem = "concession" | "payment_term" | "promotions"

/** What a cart's completion is judged by, read in one statement. */
interface CartAtCompletion {
  readonly customer_id: string | null
  /** Codes of the plugin's promotions among the discounts. */
  readonly codes: readonly string[]
  /** By which providers it would be paid. */
  readonly provider_ids: readonly string[]
}

const AT_COMPLETION = `
  SELECT c.customer_id,
    ARRAY(SELECT j.code FROM cart_line_item i JOIN cart_line_item_adjustment j ON j.item_id = i.id AND j.deleted_at IS NULL
        WHERE i.cart_id = c.id AND i.deleted_at IS NULL AND left(j.code, ?) = ?
      UNION SELECT j.code FROM cart_shipping_method m JOIN cart_shipping_method_adjustment j ON j.shipping_method_id = m.id AND j.deleted_at IS NULL
        WHERE m.cart_id = c.id AND m.deleted_at IS NULL AND left(j.code, ?) = ?) AS codes,
    ARRAY(SELECT DISTINCT s.provider_id FROM cart_payment_collection p JOIN payment_session s ON s.payment_collection_id = p.payment_collection_id
      WHERE p.cart_id = c.id AND p.deleted_at IS NULL AND s.deleted_at IS NULL AND s.status NOT IN ('canceled', 'error')) AS provider_ids
  FROM cart c WHERE c.id = ? AND c.deleted_at IS NULL`

async function readAtCompletion(container: MedusaContainer, cart_id: string): Promise<CartAtCompletion | null> {
  const prefix = [CODE_PREFIX.length, CODE_PREFIX]
  const { rows } = await databaseOf(container).raw<CartAtCompletion>(AT_COMPLETION, [...prefix, ...prefix, cart_id])
  return rows[0] ?? null
}

function refuse(why: ConcessionProblem, message: string, details: Record<string, unknown> = {}): ContractError {
  return new ContractError("agreement_not_applicable", message, { why, ...details })
}

function paymentProblem(container: MedusaContainer, cart: CartAtCompletion, standing: BuyerStanding): ContractError | null {
  const used = standing.concessions.find(({ code, payment_term }) => payment_term !== null && cart.codes.includes(code))
  if (!used || used.payment_term === null) return null
  const provider_ids = paymentTermOf(container, used.payment_term)?.provider_ids ?? []
  if (cart.provider_ids.every((id) => provider_ids.includes(id))) return null
  return refuse("payment_term", "What was agreed for this way to pay is in the cart, but it would be paid another way. Change the one or the other.", {
    payment_term: used.payment_term,
    provider_ids: [...provider_ids],
  })
}

/**
 * What stands against completing a cart as far as concessions and promotions are concerned, or null: a concession whose
 * agreement has ended, one that hangs on a way to pay the buyer hasn't chosen or doesn't use, or a promotion that does more
 * on an agreed line than the agreement says. It changes nothing. Other carts cost two indexed statements.
 */
export async function checkConcessions(container: MedusaContainer, cart_id: string): Promise<ContractError | null> {
  const cart = await readAtCompletion(container, cart_id)
  if (!cart) return null
  if (cart.codes.length > 0) {
    const standing = cart.customer_id === null ? null : await readStanding(container, { customer_id: cart.customer_id, cart_id })
    const holds = ({ code, payment_term }: BuyerStanding["concessions"][number]) =>
      cart.codes.includes(code) && (payment_term === null || payment_term === standing?.payment_term)
    if (!standing || standing.concessions.filter(holds).length < cart.codes.length) {
      return refuse("concession", "A discount in this cart was agreed on, and no longer holds. Nothing was ordered; the cart has to be priced anew first.")
    }
    const problem = paymentProblem(container, cart, standing)
    if (problem) return problem
  }
  if (cart.customer_id === null || !(await hasSomethingToSettle(container, cart_id))) return null
  const priced = await readPricedCart(container, cart_id)
  // What was conceded since the cart was priced is no reason to refuse it: the buyer may have it, and need not.
  const { add, remove } = priced ? await planSettlement(container, priced, cart.codes) : { add: [], remove: [] }
  if (add.length + remove.length === 0) return null
  return refuse("promotions", "What is taken off in this cart does not go together the way it stands there. Its total has changed: look at it before you pay.")
}
