import { model } from "@medusajs/framework/utils"

/** A file a buyer left as evidence, or a rep for a buyer. Its content lies with the store's file provider; who may see it is said here. */
export const Attachment = model
  .define(
    { name: "NegotiationAttachment", tableName: "negotiation_attachment" },
    {
      id: model.id({ prefix: "natt" }).primaryKey(),
      /** What the buyer's company is found by: a customer group, a company of the store's own, or the customer alone. */
      owner_key: model.text(),
      /** Who left it: the customer, or one of the seller's people for them. */
      customer_id: model.text(),
      /** The file's id at the file provider. */
      file_id: model.text(),
      name: model.text(),
      mime_type: model.text(),
      size: model.number(),
      /** When a request or a message first named it; null for a file left lying. */
      attached_at: model.dateTime().nullable(),
    }
  )
  .indexes([{ on: ["customer_id", "created_at"], where: "attached_at IS NULL" }, { on: ["created_at"], where: "attached_at IS NULL" }])
