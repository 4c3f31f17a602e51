import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { isContractError } from "../../contract"
import { checkConcessions } from "../concession/check-concessions"
import { refusalOf } from "./check-lines"
import { checkCompletion } from "./completion-check"
import type { AgreementCart, CartLine } from "./plan-cart"
import { readAgreementCart } from "./read-cart"
import { negotiationService } from "../negotiation-service"

/** What a cart's completion claimed, for {@link releaseAgreements}. */
export interface ClaimedUses {
  readonly cart_id: string
  readonly use_ids: string[]
}

/** The cart as Medusa's `completeCartWorkflow` hands it to its `validate` hook: as much of it as is needed. */
export interface CompletedCart {
  readonly id: string
  readonly currency_code: string
  readonly sales_channel_id?: string | null
  readonly customer?: { readonly id: string } | null
  readonly region?: { readonly id: string } | null
  readonly items?: readonly {
    readonly id: string
    readonly variant_id?: string | null
    readonly quantity: unknown
    readonly unit_price: unknown
    readonly is_custom_price?: boolean
  }[]
}

async function isOrdered(container: MedusaContainer, cart_id: string): Promise<boolean> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order_cart",
    fields: ["order_id"],
    filters: { cart_id },
  })
  return data.length > 0
}

function toAgreementCart(cart: CompletedCart): AgreementCart {
  return {
    id: cart.id,
    customer_id: cart.customer?.id ?? null,
    region_id: cart.region?.id ?? null,
    currency_code: cart.currency_code,
    sales_channel_id: cart.sales_channel_id ?? null,
    completed_at: null,
    items: (cart.items ?? []).map(
      (item): CartLine => ({
        id: item.id,
        variant_id: item.variant_id ?? null,
        quantity: Number(item.quantity),
        unit_price: Number(item.unit_price),
        is_custom_price: item.is_custom_price === true,
      })
    ),
  }
}

/**
 * What `completeCartWorkflow.hooks.validate` must do for agreed prices: every line whose price rests on an agreement is
 * checked, and the agreement's use claimed under a row lock. For merchants who own that hook: call this from it with the
 * cart, keep what it returns for {@link releaseAgreements} in the compensation.
 *
 * A cart that has been ordered already passes: throwing for it could cancel an authorised payment.
 *
 * @throws MedusaError `not_allowed` with code `agreement_not_applicable`: 400 over HTTP, nothing charged, nothing ordered.
 */
export async function validateAgreements(container: MedusaContainer, given: CompletedCart | { id: string }): Promise<ClaimedUses> {
  const claimed: ClaimedUses = { cart_id: given.id, use_ids: [] }
  if (await isOrdered(container, given.id)) return claimed
  const cart = "currency_code" in given ? toAgreementCart(given) : await readAgreementCart(container, given.id)
  if (!cart) return claimed
  const service = negotiationService(container)
  try {
    const check = await checkCompletion(container, cart)
    const refusal = refusalOf(check) ?? (await checkConcessions(container, cart.id))
    if (refusal) throw refusal
    for (const use of [...check.uses].sort((a, b) => a.agreement_id.localeCompare(b.agreement_id))) {
      const { id, created } = await service.reserveUse({ ...use, cart_id: cart.id })
      if (created) claimed.use_ids.push(id)
    }
    return claimed
  } catch (error) {
    await releaseAgreements(container, claimed)
    if (!isContractError(error)) throw error
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, error.message, error.code)
  }
}

/** Gives back what {@link validateAgreements} claimed, for a completion that failed after it. */
export async function releaseAgreements(container: MedusaContainer, claimed: ClaimedUses | undefined): Promise<void> {
  if (!claimed || claimed.use_ids.length === 0) return
  await negotiationService(container).releaseUse(claimed)
}
