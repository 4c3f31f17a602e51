import { model } from "@medusajs/framework/utils"

/** Unit cost of a variant in a currency, net, major units, from a date on. */
export const Cost = model
  .define(
    { name: "NegotiationCost", tableName: "negotiation_cost" },
    {
      id: model.id({ prefix: "ncst" }).primaryKey(),
      variant_id: model.text(),
      currency_code: model.text(),
      unit_cost: model.bigNumber(),
      valid_from: model.dateTime(),
    }
  )
  .indexes([{ on: ["variant_id", "currency_code", "valid_from"], unique: true }, { on: ["valid_from", "id"] }])
