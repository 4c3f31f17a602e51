import OrderModule from "@medusajs/medusa/order"
import { defineLink } from "@medusajs/framework/utils"
import NegotiationModule from "../modules/negotiation"

/** The first order under a case's agreement, for `query.graph`: read only, `negotiation.order_id` is the link. */
export default defineLink(
  { linkable: NegotiationModule.linkable.negotiation, field: "order_id" },
  OrderModule.linkable.order,
  { readOnly: true }
)
