import { model } from "@medusajs/framework/utils"
import { CONCESSION_KINDS, CONCESSION_TARGETS } from "../../../contract"
import { Agreement } from "./agreement"

/**
 * One thing conceded apart from a unit price. In the cart it is one coded promotion, there exactly while its condition
 * holds. A discount on agreed goods is one row per agreement line, so that each can ask for its own quantity.
 */
export const Concession = model
  .define(
    { name: "NegotiationConcession", tableName: "negotiation_concession" },
    {
      id: model.id({ prefix: "ncon" }).primaryKey(),
      agreement: model.belongsTo(() => Agreement, { mappedBy: "concessions" }),
      /** Copied from the agreement so that the cart's lookup is one index. */
      company_id: model.text(),
      kind: model.enum([...CONCESSION_KINDS]),
      target: model.enum([...CONCESSION_TARGETS]),
      /** Percent off, or null where a sum is taken off. */
      percent: model.bigNumber().nullable(),
      /** Sum off in the agreement's currency, major units; null where a share is taken off. */
      amount: model.bigNumber().nullable(),
      /** The cart must travel by this option; null where freight is no condition. */
      shipping_option_id: model.text().nullable(),
      /** The buyer must have chosen this term; null where payment is no condition. */
      payment_term: model.text().nullable(),
      /** The goods must come to this much, net, before discounts; null where the size is no condition. */
      min_subtotal: model.bigNumber().nullable(),
      /** The agreed line whose goods it is taken off; null for the whole cart or its freight. */
      agreement_line_id: model.text().nullable(),
      variant_id: model.text().nullable(),
      min_quantity: model.number().nullable(),
      /** Pieces of one order that it is taken off at most; null for any number. */
      max_quantity: model.number().nullable(),
      /** The promotion in Medusa that carries it; null before it is made and after it is gone. */
      promotion_id: model.text().nullable(),
      promotion_code: model.text().nullable(),
    }
  )
  .indexes([
    { on: ["company_id"] },
    { on: ["promotion_id"], unique: true, where: "promotion_id IS NOT NULL" },
  ])
