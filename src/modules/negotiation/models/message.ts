import { model } from "@medusajs/framework/utils"

/** A message between buyer and seller, or a note among the seller's people. No text here can move a price. */
export const Message = model
  .define(
    { name: "NegotiationMessage", tableName: "negotiation_message" },
    {
      id: model.id({ prefix: "nmsg" }).primaryKey(),
      negotiation_id: model.text(),
      line_id: model.text().nullable(),
      author_type: model.enum(["buyer", "seller"]),
      author_id: model.text().nullable(),
      /** True for notes: the buyer never sees them. */
      internal: model.boolean().default(false),
      text: model.text(),
      /** Attachments left with it. */
      file_ids: model.json().nullable(),
    }
  )
  .indexes([{ on: ["negotiation_id", "created_at"] }])
