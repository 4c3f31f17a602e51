import { model } from "@medusajs/framework/utils"

/** How many requests a customer made in one minute: what the rate limit counts, in Postgres, so that it holds for all servers together. */
export const RequestCount = model
  .define(
    { name: "NegotiationRequestCount", tableName: "negotiation_request_count" },
    {
      /** `<customer id>|<minute since 1970>` */
      id: model.text().primaryKey(),
      count: model.number().default(1),
    }
  )
  .indexes([{ on: ["created_at"] }])
