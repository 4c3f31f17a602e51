import { model } from "@medusajs/framework/utils"

/**
 * What the plugin keeps about a cart: which company's agreed prices may have reached it, so that they are found again when
 * its buyer has left that company, and how the buyer means to pay.
 */
export const CartState = model
  .define(
    { name: "NegotiationCart", tableName: "negotiation_cart" },
    {
      id: model.id({ prefix: "ncart" }).primaryKey(),
      cart_id: model.text(),
      company_id: model.text(),
      customer_id: model.text(),
      /** The term the buyer chose, by its id in option `paymentTerms`; null for none. */
      payment_term: model.text().nullable(),
    }
  )
  .indexes([{ on: ["cart_id", "company_id"], unique: true }])
