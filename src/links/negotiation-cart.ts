import CartModule from "@medusajs/medusa/cart"
import { defineLink } from "@medusajs/framework/utils"
import NegotiationModule from "../modules/negotiation"

/** The cart a case came from, for `query.graph`: read only, `negotiation.cart_id` is the link. */
export default defineLink(
  { linkable: NegotiationModule.linkable.negotiation, field: "cart_id" },
  CartModule.linkable.cart,
  { readOnly: true }
)
