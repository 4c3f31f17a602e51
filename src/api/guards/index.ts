import type { MiddlewareRoute } from "@medusajs/framework/http"
import { checkCompletionOfCart } from "./check-completion"
import { freshenAgreedPrices } from "./freshen-agreed-prices"
import { hideForeignCarts, hideForeignCartsNamed } from "./hide-foreign-carts"
import { noteCartOfBuyer } from "./note-cart"
import { personalProductPrices } from "./product-prices"
import { requireLogin } from "./require-login"
import { restoreConcessionsOfCart } from "./restore-concessions"
import { settlePromotionsOfCart } from "./settle-promotions"

/** The routes that price lines: of a new cart, a changed region, a new line, another quantity, a new owner, an applied agreement. */
const PRICING_ROUTES = [
  "/store/carts",
  "/store/carts/:id",
  "/store/carts/:id/line-items",
  "/store/carts/:id/line-items/:line_id",
  "/store/carts/:id/customer",
  "/store/agreements/:id/apply",
]
/** Those of them on which an agreed price may reach a cart; an applied agreement is noted by its workflow. */
const NOTED_ROUTES = PRICING_ROUTES.filter((matcher) => matcher.startsWith("/store/carts"))
/** The pages that show prices. Exact: a wildcard would run before Medusa has made the pricing context. */
const PRICED_PAGES = ["/store/products", "/store/products/:id", "/store/product-variants", "/store/product-variants/:id"]

/** The routes after which Medusa weighs a cart's promotions anew. */
const WEIGHING_ROUTES: readonly { matcher: string; methods: NonNullable<MiddlewareRoute["methods"]> }[] = [
  { matcher: "/store/carts", methods: ["POST"] },
  { matcher: "/store/carts/:id", methods: ["POST"] },
  { matcher: "/store/carts/:id/customer", methods: ["POST"] },
  { matcher: "/store/carts/:id/line-items", methods: ["POST"] },
  { matcher: "/store/carts/:id/line-items/:line_id", methods: ["POST", "DELETE"] },
  { matcher: "/store/carts/:id/promotions", methods: ["POST", "DELETE"] },
  { matcher: "/store/carts/:id/shipping-methods", methods: ["POST"] },
  { matcher: "/store/carts/:id/taxes", methods: ["POST"] },
]

/**
 * What keeps an agreed price its company's on Medusa's own store routes. Entries without methods run before everything
 * registered for a method, for the path and all below it; the others run after Medusa's own checks of the same path.
 */
export const cartGuards: MiddlewareRoute[] = [
  { matcher: "/store/carts/:id", middlewares: [hideForeignCarts] },
  { matcher: "/store/payment-collections", methods: ["POST"], middlewares: [hideForeignCartsNamed] },
  { matcher: "/store/shipping-options", methods: ["GET"], middlewares: [hideForeignCartsNamed] },
  { matcher: "/store/shipping-options/:id/calculate", methods: ["POST"], middlewares: [hideForeignCartsNamed] },
  { matcher: "/store/carts", methods: ["POST"], middlewares: [requireLogin] },
  { matcher: "/store/carts/:id", methods: ["POST"], middlewares: [requireLogin] },
  { matcher: "/store/carts/:id/complete", methods: ["POST"], middlewares: [checkCompletionOfCart] },
  ...PRICING_ROUTES.map((matcher): MiddlewareRoute => ({ matcher, methods: ["POST"], middlewares: [freshenAgreedPrices] })),
  ...NOTED_ROUTES.map((matcher): MiddlewareRoute => ({ matcher, methods: ["POST"], middlewares: [noteCartOfBuyer] })),
  ...WEIGHING_ROUTES.map((route): MiddlewareRoute => ({ ...route, middlewares: [restoreConcessionsOfCart, settlePromotionsOfCart] })),
  ...PRICED_PAGES.map((matcher): MiddlewareRoute => ({ matcher, methods: ["GET"], middlewares: [personalProductPrices] })),
]
