import type { MiddlewareRoute } from "@medusajs/framework/http"
import { checkCompletionOfCart } from "./check-completion"
import { hideForeignCarts, hideForeignCartsNamed } from "./hide-foreign-carts"
import { personalProductPrices } from "./product-prices"
import { requireLogin } from "./require-login"

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
  // Exact: a wildcard would run before Medusa has made the pricing context.
  { matcher: "/store/products", methods: ["GET"], middlewares: [personalProductPrices] },
  { matcher: "/store/products/:id", methods: ["GET"], middlewares: [personalProductPrices] },
]
