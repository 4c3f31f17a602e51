import { model } from "@medusajs/framework/utils"
import { OPTION_KINDS } from "../../../contract"
import { Offer } from "./offer"

/** One way to close the deal. `lines` is `[{ line_id, variant_id, quantity, unit_price }]`, prices in major units. Never changed once written. */
export const OfferOption = model.define(
  { name: "NegotiationOption", tableName: "negotiation_option" },
  {
    id: model.id({ prefix: "nopt" }).primaryKey(),
    offer: model.belongsTo(() => Offer, { mappedBy: "options" }),
    position: model.number(),
    kind: model.enum([...OPTION_KINDS]),
    lines: model.json(),
    /** What beside prices the option brings: `{ max_orders, concessions, lines: [{ line_id, max_quantity, committed_quantity }] }`; null for nothing. */
    terms: model.json().nullable(),
    /** What the buyer is shown of it beside prices: `{ overall_cost, substitute }`; null for prices alone. */
    detail: model.json().nullable(),
    saving_total: model.bigNumber(),
    /** What it leaves the seller; null where a cost is missing. */
    contribution: model.bigNumber().nullable(),
    /** Contribution share in basis points; null where a cost is missing. */
    margin_bps: model.number().nullable(),
  }
)
