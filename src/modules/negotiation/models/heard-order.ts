import { model } from "@medusajs/framework/utils"

/** An order with agreed articles that was settled once: what its prices rest on was judged then, by the prices of then. */
export const HeardOrder = model
  .define(
    { name: "NegotiationHeardOrder", tableName: "negotiation_heard_order" },
    {
      id: model.id({ prefix: "nhrd" }).primaryKey(),
      order_id: model.text(),
      /** `[{ variant_id, unit_price }]`: what it held whenever it was settled, major units. */
      items: model.json(),
    }
  )
  .indexes([{ on: ["order_id"], unique: true }])
