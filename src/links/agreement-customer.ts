import CustomerModule from "@medusajs/medusa/customer"
import { defineLink } from "@medusajs/framework/utils"
import NegotiationModule from "../modules/negotiation"

/** The buyer who agreed, for `query.graph`: read only, `negotiation_agreement.customer_id` is the link. */
export default defineLink(
  { linkable: NegotiationModule.linkable.negotiationAgreement, field: "customer_id" },
  CustomerModule.linkable.customer,
  { readOnly: true }
)
