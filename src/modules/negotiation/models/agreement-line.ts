import { model } from "@medusajs/framework/utils"
import { Agreement } from "./agreement"

/** One agreed price: from `min_quantity` pieces on, `unit_price` each (major units, as the cart shows it). */
export const AgreementLine = model
  .define(
    { name: "NegotiationAgreementLine", tableName: "negotiation_agreement_line" },
    {
      id: model.id({ prefix: "nagl" }).primaryKey(),
      agreement: model.belongsTo(() => Agreement, { mappedBy: "lines" }),
      /** Copied from the agreement so that the cart's lookup is one index. */
      company_id: model.text(),
      line_id: model.text().nullable(),
      variant_id: model.text(),
      title: model.text(),
      min_quantity: model.number(),
      unit_price: model.bigNumber(),
      /** Pieces that may still be bought at the price; null for any number. */
      remaining_quantity: model.number().nullable(),
      /** Pieces that could be bought at the price in all; null for any number. */
      max_quantity: model.number().nullable(),
      /** Pieces the buyer committed to over the agreement's life; null without a commitment. */
      committed_quantity: model.number().nullable(),
      /** Pieces bought under it so far, returns and cancelled orders taken off. */
      bought_quantity: model.number().default(0),
      /**
       * Pieces bought towards the commitment: of the variant, at whatever price, while it runs; returns and cancelled orders taken
       * off. 0 without one.
       */
      fulfilled_quantity: model.number().default(0),
      /** Where this price ends before its agreement does: a threshold taken over from a superseded agreement. */
      valid_until: model.dateTime().nullable(),
      /** The rows of the company's price list that carry this line. */
      price_ids: model.json(),
    }
  )
  .indexes([{ on: ["company_id", "variant_id"] }, { on: ["variant_id"] }])
