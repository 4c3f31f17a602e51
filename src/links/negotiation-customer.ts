import CustomerModule from "@medusajs/medusa/customer"
import { defineLink } from "@medusajs/framework/utils"
import NegotiationModule from "../modules/negotiation"

/** The buyer of a case, for `query.graph`: read only, `negotiation.customer_id` is the link. */
export default defineLink(
  { linkable: NegotiationModule.linkable.negotiation, field: "customer_id" },
  CustomerModule.linkable.customer,
  { readOnly: true }
)
