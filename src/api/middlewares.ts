import { authenticate, defineMiddlewares } from "@medusajs/framework/http"
import { adminMiddlewares } from "./admin/middlewares"
import { cartGuards } from "./guards"

/** The store routes of this plugin. A missing login is answered by the routes themselves, with the contract's body. */
const STORE_ROUTES = [
  "/store/price-requests*",
  "/store/price-ladders*",
  "/store/negotiations*",
  "/store/agreements*",
  "/store/payment-terms*",
  "/store/negotiation-files*",
  "/store/negotiation-events*",
]

const authenticateBuyer = authenticate("customer", ["session", "bearer"], { allowUnauthenticated: true })

export default defineMiddlewares({
  routes: [
    ...STORE_ROUTES.map((matcher) => ({ matcher, middlewares: [authenticateBuyer] })),
    ...cartGuards,
    ...adminMiddlewares,
  ],
})
