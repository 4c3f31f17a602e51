import { model } from "@medusajs/framework/utils"

/**
 * What a company already got for a variant, region and currency: the engine's `LineMemory`, kept over carts and
 * sessions. `version` makes two decisions on the same memory impossible.
 */
export const Memory = model
  .define(
    { name: "NegotiationMemory", tableName: "negotiation_memory" },
    {
      id: model.id({ prefix: "nmem" }).primaryKey(),
      company_id: model.text(),
      variant_id: model.text(),
      region_id: model.text(),
      currency_code: model.text(),
      version: model.number().default(1),
      /** The company's last case about it: what a new one names as `previous_id`. */
      negotiation_id: model.text(),
      /** The engine's `LineMemory`, prices in 1/10,000 major unit. */
      state: model.json(),
      /** Forgotten after this moment: the policy's window, counted from the first ask. */
      window_ends_at: model.dateTime(),
      /** Better asks are not heard before this moment. */
      cool_down_until: model.dateTime().nullable(),
    }
  )
  .indexes([{ on: ["company_id", "variant_id", "region_id", "currency_code"], unique: true }])
