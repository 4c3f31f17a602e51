import { model } from "@medusajs/framework/utils"

/** The answer to a request that named a key, kept so that a retry gets it again. Scope: customer and route. */
export const IdempotencyKey = model
  .define(
    { name: "NegotiationIdempotencyKey", tableName: "negotiation_idempotency_key" },
    {
      id: model.id({ prefix: "nidm" }).primaryKey(),
      scope: model.text(),
      key: model.text(),
      body_hash: model.text(),
      negotiation_id: model.text().nullable(),
      status_code: model.number(),
      /** The answer as it was sent; null until it was, then a retry reads the case as it stands. */
      answer: model.json().nullable(),
    }
  )
  .indexes([{ on: ["scope", "key"], unique: true }, { on: ["created_at"] }])
