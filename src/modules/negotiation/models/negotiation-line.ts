import { model } from "@medusajs/framework/utils"
import { Negotiation } from "./negotiation"

/** One line of a case, with the facts that held when the buyer last asked. Prices per piece in major units. */
export const NegotiationLine = model
  .define(
    { name: "NegotiationLine", tableName: "negotiation_line" },
    {
      id: model.id({ prefix: "nline" }).primaryKey(),
      negotiation: model.belongsTo(() => Negotiation, { mappedBy: "lines" }),
      position: model.number().default(0),
      variant_id: model.text(),
      product_id: model.text().nullable(),
      line_item_id: model.text().nullable(),
      title: model.text(),
      sku: model.text().nullable(),
      quantity: model.number(),
      list_unit_price: model.bigNumber(),
      current_unit_price: model.bigNumber(),
      target_unit_price: model.bigNumber(),
      last_paid_unit_price: model.bigNumber().nullable(),
      /** Tax in the prices of this line, in parts per million of the net price (190000 for 19%); 0 where prices are net. */
      tax_ppm: model.number().default(0),
      last_paid_quantity: model.number().nullable(),
      last_paid_at: model.dateTime().nullable(),
      competing_offer: model.json().nullable(),
      /** The counter that stands at the asked quantity; null before the first. */
      counter_unit_price: model.bigNumber().nullable(),
      unit_cost: model.bigNumber().nullable(),
      floor_unit_price: model.bigNumber().nullable(),
      break_even_quantity: model.number().nullable(),
    }
  )
  .indexes([{ on: ["variant_id", "created_at"] }])
