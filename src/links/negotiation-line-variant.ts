import ProductModule from "@medusajs/medusa/product"
import { defineLink } from "@medusajs/framework/utils"
import NegotiationModule from "../modules/negotiation"

/** The variant a line is about, for `query.graph`: read only, `negotiation_line.variant_id` is the link. */
export default defineLink(
  { linkable: NegotiationModule.linkable.negotiationLine, field: "variant_id" },
  ProductModule.linkable.productVariant,
  { readOnly: true }
)
