import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { acquireLockStep, refreshPaymentCollectionForCartWorkflow, releaseLockStep } from "@medusajs/medusa/core-flows"
import { createStep, createWorkflow, StepResponse, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { CODE_PREFIX } from "../codes"
import { planSettlement } from "./plan-settlement"
import { readPricedCart } from "./priced-cart"
import { databaseOf } from "../../database"

/**
 * A discount that nobody but a merchant gave; one of an agreement beside another agreement's discount, off another
 * agreement's price, off a price lower than the one agreed on, or off an article that its agreement never spoke of. `i` is the
 * cart's line, `j` the discount, `k` the concession it carries out.
 */
const TO_SETTLE = `SELECT 1 FROM cart_line_item i JOIN cart_line_item_adjustment j ON j.item_id = i.id AND j.deleted_at IS NULL
  LEFT JOIN negotiation_concession k ON k.promotion_id = j.promotion_id AND k.deleted_at IS NULL
  WHERE i.cart_id = ? AND i.deleted_at IS NULL AND (j.code IS NULL OR left(j.code, ?) <> ?
    OR EXISTS (SELECT 1 FROM cart_line_item_adjustment beside JOIN negotiation_concession other ON other.promotion_id = beside.promotion_id
      WHERE beside.item_id = i.id AND beside.deleted_at IS NULL AND other.deleted_at IS NULL AND other.agreement_id <> k.agreement_id)
    OR EXISTS (SELECT 1 FROM negotiation_agreement_line l WHERE l.company_id = k.company_id AND l.variant_id = i.variant_id
      AND l.unit_price = i.unit_price AND l.agreement_id <> k.agreement_id AND l.deleted_at IS NULL)
    OR k.id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM negotiation_agreement_line spoken WHERE spoken.agreement_id = k.agreement_id
      AND spoken.variant_id = i.variant_id AND spoken.min_quantity <= i.quantity AND spoken.unit_price <= i.unit_price
      AND spoken.deleted_at IS NULL)) LIMIT 1`

/** Whether there may be something to settle about a cart's discounts: most carts are done with this one look. */
export async function hasSomethingToSettle(container: MedusaContainer, cart_id: string): Promise<boolean> {
  const { rows } = await databaseOf(container).raw<object>(TO_SETTLE, [cart_id, CODE_PREFIX.length, CODE_PREFIX])
  return rows.length > 0
}

/** What settling changed: enough to take it back. */
export interface Settled {
  readonly added: string[]
  readonly removed: string[]
}

async function settle(container: MedusaContainer, cart_id: string): Promise<Settled> {
  const nothing: Settled = { added: [], removed: [] }
  const cart = await readPricedCart(container, cart_id)
  if (!cart) return nothing
  const { add, remove } = await planSettlement(container, cart)
  const carts = container.resolve(Modules.CART)
  const removed = remove.map((adjustment) => adjustment.id)
  const added: string[] = []
  try {
    if (removed.length > 0) await carts.softDeleteLineItemAdjustments(removed)
    if (add.length > 0) added.push(...(await carts.addLineItemAdjustments(add)).map((adjustment) => adjustment.id))
  } catch (error) {
    await unsettle(container, { added, removed })
    throw error
  }
  return { added, removed }
}

async function unsettle(container: MedusaContainer, { added, removed }: Settled): Promise<void> {
  const carts = container.resolve(Modules.CART)
  if (added.length > 0) await carts.deleteLineItemAdjustments(added)
  if (removed.length > 0) await carts.restoreLineItemAdjustments(removed)
}

/**
 * Step: merchants' promotions do on a cart's agreed lines what the agreements say, no more, and agreements take no line under
 * its floor that they did not promise. For workflows that hold the cart's lock and refresh its payment collection afterwards.
 * The compensation puts the discounts back.
 */
export const settlePromotionsStep = createStep(
  "negotiation-settle-promotions",
  async (input: { cart_id: string }, { container }) => {
    const settled = (await hasSomethingToSettle(container, input.cart_id)) ? await settle(container, input.cart_id) : { added: [], removed: [] }
    return new StepResponse({ changed: settled.added.length + settled.removed.length > 0 }, settled)
  },
  async (settled, { container }) => {
    if (settled) await unsettle(container, settled)
  }
)

/** Settles a cart's promotions under its lock, and its payment collection with them. @returns whether anything changed. */
export const settlePromotionsWorkflow = createWorkflow("negotiation-settle-promotions-workflow", (input: { cart_id: string }) => {
  acquireLockStep({ key: input.cart_id, timeout: 2, ttl: 10 })
  const settled = settlePromotionsStep(input)
  when("negotiation-settled-something", settled, ({ changed }) => changed).then(() => {
    refreshPaymentCollectionForCartWorkflow.runAsStep({ input: transform(input, ({ cart_id }) => ({ cart_id })) })
  })
  releaseLockStep({ key: input.cart_id })
  return new WorkflowResponse(settled)
})

/**
 * Makes merchants' promotions do on the agreed lines of a cart what the agreements say (`promotion_stacking`): nothing; the
 * better of agreed and normal price; or both, down to the floor. What several agreements concede on one line, and what one
 * concedes on goods it never spoke of, stays at or over the line's floor, too. For merchants who refresh carts in code of
 * their own: call it after the refresh. Inside a workflow that holds the cart's lock call {@link settlePromotionsUnlocked}, for
 * instance from `refreshCartItemsWorkflow`'s hook `beforeRefreshingPaymentCollection`.
 *
 * @returns whether the cart's discounts changed.
 */
export async function settlePromotions(container: MedusaContainer, cart_id: string): Promise<boolean> {
  if (!(await hasSomethingToSettle(container, cart_id))) return false
  const { result } = await settlePromotionsWorkflow(container).run({ input: { cart_id } })
  return result.changed
}

/** {@link settlePromotions} for callers who hold the cart's lock and refresh its payment collection themselves. */
export async function settlePromotionsUnlocked(container: MedusaContainer, cart_id: string): Promise<boolean> {
  if (!(await hasSomethingToSettle(container, cart_id))) return false
  const { added, removed } = await settle(container, cart_id)
  return added.length + removed.length > 0
}
