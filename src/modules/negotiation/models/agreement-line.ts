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
      /** The rows of the company's price list that carry this line. */
      price_ids: model.json(),
    }
  )
  .indexes([{ on: ["company_id", "variant_id"] }])
