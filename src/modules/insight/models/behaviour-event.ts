import { model } from "@medusajs/framework/utils"

/** Something a buyer did with what they were shown. Which company's buyer it was, and never which person. */
export const BehaviourEvent = model
  .define(
    { name: "NegotiationBehaviourEvent", tableName: "negotiation_behaviour_event" },
    {
      id: model.id({ prefix: "nbev" }).primaryKey(),
      /** `ladder_seen`, `panel_opened`, `option_viewed`, `guide_used`, `abandoned`, `feedback` */
      name: model.text(),
      /** Null for a customer who has never negotiated. */
      company_id: model.text().nullable(),
      negotiation_id: model.text().nullable(),
      /** The segment of that case; null without one, and where nobody has said. */
      segment: model.text().nullable(),
      variant_id: model.text().nullable(),
      option_kind: model.text().nullable(),
      /** Where an abandoned ask stood. */
      stage: model.text().nullable(),
      /** 1 to 5, of a `feedback`. */
      rating: model.number().nullable(),
      /** The only words of a person in this table. */
      comment: model.text().nullable(),
      /** What makes a repetition known: a hash, of no use to find a person by. */
      once: model.text().nullable(),
    }
  )
  .indexes([
    { on: ["name", "created_at"] },
    { on: ["negotiation_id"], where: "negotiation_id IS NOT NULL" },
    { on: ["company_id", "created_at"], where: "company_id IS NOT NULL" },
    { on: ["once"], unique: true, where: "once IS NOT NULL" },
  ])
