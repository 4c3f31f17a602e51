import { Modules } from "@medusajs/framework/utils"
import type { ConcessionKind, ConcessionTarget, PromotionStacking } from "../../src/contract"
import { projectConcessions } from "../../src/workflows/concession/project-concessions"
import { agreedIn, until, type Terms } from "../http/agreements/agreed"
import { complete } from "../setup/checkout"
import type { Answered, Client } from "../setup/client"
import type { StoreTest } from "../setup/store-test"

/** Something conceded, as `agree` takes it: on goods it is taken off the first agreed line. */
export interface Conceded {
  kind: ConcessionKind
  target?: ConcessionTarget
  percent?: number
  amount?: number
  shipping_option_id?: string
  payment_term?: string
  min_subtotal?: number
}

/** Terms with what is given beside the price. */
export interface ConcededTerms extends Terms {
  concessions?: Conceded[]
  stacking?: PromotionStacking
  shared?: boolean
  is_tax_inclusive?: boolean
  /** The case it came from was decided by this version of this policy. */
  policy_id?: string
}

/** A discount of the merchant's own. */
export interface MerchantPromotion {
  code: string
  value: number
  automatic?: boolean
  type?: "percentage" | "fixed"
  /** Default: every item. */
  target?: "items" | "order"
  allocation?: "each" | "across"
  /** Default: US dollars. */
  currency_code?: string
}

interface DiscountedCart {
  readonly items: readonly { variant_id: string; unit_price: number; quantity: number; adjustments: readonly { amount: number }[] }[]
}

/** What the tests of concessions and promotions do with a store. */
export function concededIn(store: StoreTest) {
  const agreed = agreedIn(store)
  const { service } = agreed

  /** Records an agreement with its concessions, as accepting does, and brings both to the store. */
  async function concede(terms: ConcededTerms): Promise<{ id: string; negotiation_id: string }> {
    const { concessions = [], stacking = "none", shared = true, is_tax_inclusive = false, policy_id, ...rest } = terms
    const agreement = await agreed.agree({ ...rest, lines: terms.lines })
    await service().updateNegotiationAgreements({ id: agreement.id, promotion_stacking: stacking, shared, is_tax_inclusive })
    if (policy_id) await service().updateNegotiations({ id: agreement.negotiation_id, policy_id, policy_version: 1 })
    const [line] = await service().listNegotiationAgreementLines({ agreement_id: agreement.id }, { order: { id: "ASC" } })
    const company_id = terms.company_id ?? store.people().acme.id
    await service().createNegotiationConcessions(
      concessions.map(({ target = "goods", ...concession }) => ({
        agreement_id: agreement.id,
        company_id,
        target,
        ...concession,
        ...(target === "goods" && concession.kind !== "basket" && line
          ? { agreement_line_id: line.id, variant_id: line.variant_id, min_quantity: line.min_quantity }
          : {}),
      }))
    )
    await projectConcessions(store.container(), agreement.id)
    return agreement
  }

  /** A discount of the merchant's. */
  async function promotion({ code, value, automatic = false, type = "percentage", target = "items", allocation = "each", currency_code = "usd" }: MerchantPromotion): Promise<void> {
    await store.container().resolve(Modules.PROMOTION).createPromotions({
      code,
      type: "standard",
      status: "active",
      is_automatic: automatic,
      application_method: {
        type,
        target_type: target,
        value,
        currency_code,
        ...(target === "order" ? {} : { allocation, ...(allocation === "each" ? { max_quantity: 1_000_000 } : {}) }),
      },
    })
  }

  /** The cart as its buyer sees it. */
  async function cartNow(who: Client, cart_id: string) {
    const { data } = await who.get(`/store/carts/${cart_id}?fields=*items,*items.adjustments,*shipping_methods,*shipping_methods.adjustments,+promotions.code`)
    return data.cart
  }

  /** Codes of the plugin's promotions in a cart's discounts. */
  const agreedCodes = (cart: { items: { adjustments: { code: string }[] }[]; shipping_methods: { adjustments: { code: string }[] }[] }): string[] =>
    [...cart.items, ...cart.shipping_methods].flatMap((each) => each.adjustments.map(({ code }) => code)).filter((code) => code.startsWith("AGREED-"))

  /** What is left of an article in an answered cart, discounts taken off: to the cent. */
  function left(cart: DiscountedCart, variant_id: string): number {
    const ofArticle = cart.items.filter((item) => item.variant_id === variant_id)
    const total = ofArticle.reduce((sum, { unit_price, quantity, adjustments }) => sum + unit_price * quantity - adjustments.reduce((off, { amount }) => off + amount, 0), 0)
    return Math.round(total * 100) / 100
  }

  /** What is taken off the goods and off the freight of an answered cart: net. */
  const off = (cart: { discount_subtotal: number; item_discount_total?: number }) => cart.discount_subtotal

  /** Sets a line's quantity. */
  const setQuantity = (who: Client, cart_id: string, line_id: string, quantity: number): Promise<Answered> =>
    who.post(`/store/carts/${cart_id}/line-items/${line_id}`, { quantity })

  /** Lets the cart travel by an option. */
  const travel = (who: Client, cart_id: string, option_id: string): Promise<Answered> => who.post(`/store/carts/${cart_id}/shipping-methods`, { option_id })

  const address = { first_name: "A", last_name: "B", address_1: "1 Works Street", city: "Toledo", postal_code: "43604", country_code: "us" }
  const german = { ...address, address_1: "Werkstraße 1", city: "Hamburg", postal_code: "20095", country_code: "de" }

  /** Gives a cart its e-mail and address. */
  const ship = (who: Client, cart_id: string, email: string, currency: "usd" | "eur" = "usd"): Promise<Answered> => {
    const shipping_address = currency === "usd" ? address : german
    return who.post(`/store/carts/${cart_id}`, { email, shipping_address, billing_address: shipping_address })
  }

  /** Opens a payment session. @returns its collection's amount. */
  async function pay(who: Client, cart_id: string, provider_id = "pp_system_default"): Promise<number> {
    const { data } = await who.post("/store/payment-collections", { cart_id })
    const answer = await who.post(`/store/payment-collections/${data.payment_collection.id}/payment-sessions`, { provider_id })
    if (answer.status !== 200) throw new Error(`No payment session: ${JSON.stringify(answer.data)}`)
    return answer.data.payment_collection.amount
  }

  /** Completes a cart and waits until its agreements have counted the order: nothing of it goes on in the next test. */
  async function place(who: Client, cart_id: string): Promise<Answered> {
    const answer = await complete(who, cart_id)
    if (answer.data.type === "order") {
      await until(async () => (await store.truth().rows("negotiation_agreement_use", { cart_id })).every((use) => use.status === "confirmed"))
    }
    return answer
  }

  return { ...agreed, place, concede, promotion, cartNow, agreedCodes, left, off, setQuantity, travel, ship, pay }
}
