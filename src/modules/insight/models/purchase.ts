import { model } from "@medusajs/framework/utils"

/**
 * One line of one order: what a company, or a customer alone, paid for a variant. A copy of what the store's orders say,
 * in the shape the hot path asks for; it can be thrown away and rebuilt.
 */
export const Purchase = model
  .define(
    { name: "NegotiationPurchase", tableName: "negotiation_purchase" },
    {
      id: model.id({ prefix: "npur" }).primaryKey(),
      order_id: model.text(),
      order_line_item_id: model.text(),
      /** The company it was bought for; null where the customer bought for nobody but themselves. */
      company_id: model.text().nullable(),
      customer_id: model.text(),
      variant_id: model.text(),
      product_id: model.text().nullable(),
      currency_code: model.text(),
      region_id: model.text().nullable(),
      /** Per piece, net of tax, before promotions, major units: comparable with the price the buyer would pay now. */
      unit_price: model.bigNumber(),
      quantity: model.number(),
      ordered_at: model.dateTime(),
      cancelled: model.boolean().default(false),
    }
  )
  .indexes([
    { on: ["order_line_item_id"], unique: true },
    { on: ["order_id"] },
    { on: ["company_id", "variant_id", "currency_code", "ordered_at"], where: "company_id IS NOT NULL AND NOT cancelled", name: "IDX_negotiation_purchase_company_last" },
    { on: ["company_id", "variant_id", "quantity"], where: "company_id IS NOT NULL AND NOT cancelled", name: "IDX_negotiation_purchase_company_largest" },
    { on: ["customer_id", "variant_id", "currency_code", "ordered_at"], where: "company_id IS NULL AND NOT cancelled", name: "IDX_negotiation_purchase_customer_last" },
    { on: ["customer_id", "variant_id", "quantity"], where: "company_id IS NULL AND NOT cancelled", name: "IDX_negotiation_purchase_customer_largest" },
  ])
