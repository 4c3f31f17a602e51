import { model } from "@medusajs/framework/utils"

/** Pieces of one order that count towards one promised volume, at whatever price they were bought. */
export const CommitmentOrder = model
  .define(
    { name: "NegotiationCommitmentOrder", tableName: "negotiation_commitment_order" },
    {
      id: model.id({ prefix: "ncmo" }).primaryKey(),
      /** The agreement's line that promises. */
      agreement_line_id: model.text(),
      order_id: model.text(),
      /** Pieces the order holds now; 0 once all were returned or cancelled. */
      quantity: model.number(),
    }
  )
  .indexes([{ on: ["order_id", "agreement_line_id"], unique: true }, { on: ["agreement_line_id"] }])
