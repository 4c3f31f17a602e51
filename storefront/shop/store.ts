import { configureNegotiation, NegotiationClient } from "../widget"
import { readPlace, type Place } from "./place"
import type { Address, Order, Product, ShopCart, ShippingOption } from "./types"
import type { DemoBuyer, Settings } from "./settings"

const PRODUCT_FIELDS = "id,title,description,handle,thumbnail,*categories,*variants,*variants.calculated_price,+variants.inventory_quantity"
const ORDER_FIELDS = "id,display_id,created_at,currency_code,total,item_subtotal,shipping_subtotal,original_shipping_total,discount_subtotal,discount_total,tax_total,status,*items"
const FIRST_PAGE = 100
/** What must not happen twice is not sent again by itself. */
const ONCE = { method: "POST", attempts: 0 } as const

/** Medusa's store routes as the shop uses them, and who is logged in. */
export class Shop {
  readonly client: NegotiationClient
  #token = sessionStorage.getItem("shop:token")
  #cartId = sessionStorage.getItem("shop:cart")
  #place: Promise<Place> | null = null
  email = sessionStorage.getItem("shop:email")
  /** The order placed last in this tab: its page says so. */
  placed: string | null = null

  constructor(readonly settings: Settings) {
    const { backend_url: baseUrl, publishable_key: publishableKey } = settings
    this.client = new NegotiationClient({ baseUrl, publishableKey, token: () => this.#token })
    if (this.#token) configureNegotiation(this.client)
  }

  get buyer(): DemoBuyer | null {
    return this.settings.buyers.find((each) => each.email === this.email) ?? null
  }

  get loggedIn(): boolean {
    return this.#token !== null
  }

  async logIn(email: string, password: string): Promise<void> {
    const { token } = await this.client.fetch<{ token: string }>("/auth/customer/emailpass", { ...ONCE, body: { email, password } })
    sessionStorage.setItem("shop:token", token)
    sessionStorage.setItem("shop:email", email)
    this.#token = token
    this.#place = null
    this.email = email
    configureNegotiation(this.client)
  }

  logOut(): void {
    sessionStorage.clear()
    this.#token = null
    this.#cartId = null
    this.#place = null
    this.email = null
  }

  /** Where the buyer buys, read once. */
  place(): Promise<Place> {
    this.#place ??= readPlace(this.client, this.settings.region_id).catch((error: unknown) => {
      this.#place = null
      throw error
    })
    return this.#place
  }

  /** The buyer's cart, as far as there is one. */
  get knownCart(): string | null {
    return this.#cartId
  }

  /** The buyer's cart, made when it is first needed: in their region, to their address. */
  async cartId(): Promise<string> {
    if (this.#cartId === null) {
      const { region_id, address } = await this.place()
      const body = { region_id, ...(address ? { email: this.email, shipping_address: address, billing_address: address } : {}) }
      this.useCart((await this.client.fetch<{ cart: ShopCart }>("/store/carts", { ...ONCE, body })).cart.id)
    }
    return this.#cartId ?? ""
  }

  /** How many lines lie in the cart. */
  async lines(): Promise<number> {
    if (this.#cartId === null) return 0
    return (await this.client.fetch<{ cart: ShopCart }>(`/store/carts/${this.#cartId}`, { query: { fields: "id,items.id" } })).cart.items.length
  }

  /** Goes on with another cart, or with none. */
  useCart(id: string | null): void {
    this.#cartId = id
    if (id === null) sessionStorage.removeItem("shop:cart")
    else sessionStorage.setItem("shop:cart", id)
  }

  async cart(): Promise<ShopCart> {
    return (await this.client.fetch<{ cart: ShopCart }>(`/store/carts/${await this.cartId()}`)).cart
  }

  /** Puts pieces of an article into the cart. @returns the cart */
  async addLine(variant_id: string, quantity: number): Promise<ShopCart> {
    return (await this.client.fetch<{ cart: ShopCart }>(`/store/carts/${await this.cartId()}/line-items`, { ...ONCE, body: { variant_id, quantity } })).cart
  }

  async products(): Promise<Product[]> {
    const query = { region_id: (await this.place()).region_id, limit: FIRST_PAGE, fields: PRODUCT_FIELDS, order: "title" }
    return (await this.client.fetch<{ products: Product[] }>("/store/products", { query })).products
  }

  async product(id: string): Promise<Product> {
    const query = { region_id: (await this.place()).region_id, fields: PRODUCT_FIELDS }
    return (await this.client.fetch<{ product: Product }>(`/store/products/${encodeURIComponent(id)}`, { query })).product
  }

  async shippingOptions(): Promise<ShippingOption[]> {
    return (await this.client.fetch<{ shipping_options: ShippingOption[] }>("/store/shipping-options", { query: { cart_id: await this.cartId() } })).shipping_options
  }

  /** Sets where the cart goes. */
  async setAddress(address: Address): Promise<void> {
    const body = { email: this.email, shipping_address: address, billing_address: address }
    await this.client.fetch(`/store/carts/${await this.cartId()}`, { method: "POST", body })
  }

  /** Chooses how the cart travels. */
  async setShipping(option_id: string): Promise<ShopCart> {
    return (await this.client.fetch<{ cart: ShopCart }>(`/store/carts/${await this.cartId()}/shipping-methods`, { method: "POST", body: { option_id } })).cart
  }

  /** Has the cart's prices reckoned anew, as they are today. */
  async reprice(): Promise<ShopCart> {
    return (await this.client.fetch<{ cart: ShopCart }>(`/store/carts/${await this.cartId()}`, { method: "POST", body: { region_id: (await this.place()).region_id } })).cart
  }

  /** Notes that the buyer chose something for this cart by hand: it is not chosen for them again. */
  choose(what: "delivery" | "payment"): void {
    sessionStorage.setItem(`shop:${what}`, this.#cartId ?? "")
  }

  /** Whether the buyer chose this for this cart by hand. */
  hasChosen(what: "delivery" | "payment"): boolean {
    return this.#cartId !== null && sessionStorage.getItem(`shop:${what}`) === this.#cartId
  }

  /** Orders on account, with Medusa's manual payment unless the agreed way to pay goes through another. @throws NegotiationError `agreement_not_applicable` where an agreed price no longer holds */
  async placeOrder(provider_id = "pp_system_default"): Promise<Order> {
    const cart_id = await this.cartId()
    const { payment_collection } = await this.client.fetch<{ payment_collection: { id: string } }>("/store/payment-collections", { ...ONCE, body: { cart_id } })
    await this.client.fetch(`/store/payment-collections/${payment_collection.id}/payment-sessions`, { ...ONCE, body: { provider_id } })
    const { order } = await this.client.fetch<{ order: Order }>(`/store/carts/${cart_id}/complete`, { method: "POST", body: {} })
    this.useCart(null)
    this.placed = order.id
    return order
  }

  async orders(): Promise<Order[]> {
    return (await this.client.fetch<{ orders: Order[] }>("/store/orders", { query: { limit: 20, order: "-created_at", fields: ORDER_FIELDS } })).orders
  }

  async order(id: string): Promise<Order> {
    return (await this.client.fetch<{ order: Order }>(`/store/orders/${encodeURIComponent(id)}`, { query: { fields: ORDER_FIELDS } })).order
  }
}
