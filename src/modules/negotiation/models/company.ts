import { model } from "@medusajs/framework/utils"
import { CREDIT_STANDINGS, GROWTH_CLASSES, PROFITABILITY_CLASSES } from "../../../contract"

/**
 * Who negotiates: a customer group that carries these settings, or a customer alone. Memory, rounds and agreements
 * belong to it. `id` is what every other table calls `company_id`.
 */
export const Company = model
  .define(
    { name: "NegotiationCompany", tableName: "negotiation_company" },
    {
      id: model.id({ prefix: "ncom" }).primaryKey(),
      /** The company's own key: the customer group's id, the customer's id, or what `resolveCompany` returned. */
      key: model.text(),
      customer_group_id: model.text().nullable(),
      customer_id: model.text().nullable(),
      name: model.text(),
      segment: model.text().nullable(),
      opted_out: model.boolean().default(false),
      strategic: model.boolean().default(false),
      /** ABC rank by profit, how its contribution developed, how it pays; null where nobody has said. */
      profitability: model.enum([...PROFITABILITY_CLASSES]).nullable(),
      growth: model.enum([...GROWTH_CLASSES]).nullable(),
      credit: model.enum([...CREDIT_STANDINGS]).nullable(),
      /** True: what one buyer agrees on holds for all of the company's buyers. */
      shares_agreements: model.boolean().default(true),
      /** When it last missed a volume commitment and nobody has cleared it since. */
      missed_commitment_at: model.dateTime().nullable(),
      /** The user who looks after it: its cases are given to them when they come to a person. */
      owner_id: model.text().nullable(),
      /** The company's own price list in Medusa; null before its first agreement. */
      price_list_id: model.text().nullable(),
    }
  )
  .indexes([
    { on: ["key"], unique: true },
    { on: ["customer_group_id"], where: "customer_group_id IS NOT NULL" },
    { on: ["segment"] },
  ])
