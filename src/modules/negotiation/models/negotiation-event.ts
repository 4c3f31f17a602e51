import { model } from "@medusajs/framework/utils"

/** The audit trail: append-only, one row for every change of a case, an agreement, a policy or a company's settings. */
export const NegotiationEvent = model
  .define(
    { name: "NegotiationEvent", tableName: "negotiation_event" },
    {
      id: model.id({ prefix: "nevt" }).primaryKey(),
      /** Order of writing: two entries of one transaction share their time. */
      sequence: model.autoincrement(),
      negotiation_id: model.text().nullable(),
      agreement_id: model.text().nullable(),
      company_id: model.text().nullable(),
      actor_type: model.enum(["buyer", "seller", "system"]),
      actor_id: model.text().nullable(),
      /** What happened: `requested`, `countered`, `accepted`, `approved`, … */
      kind: model.text(),
      status_before: model.text().nullable(),
      status_after: model.text().nullable(),
      round: model.number().default(0),
      /** `[{ line_id, variant_id, quantity, unit_price }]`, what was asked, offered or agreed; visible to both sides. */
      lines: model.json(),
      message: model.text().nullable(),
      /** The offer a seller's entry put on the table; null where it put none. */
      offer_id: model.text().nullable(),
      reason_code: model.text().nullable(),
      /** Internal: never leaves the admin. */
      note: model.text().nullable(),
      policy_version: model.number().nullable(),
      /** Internal: engine trace, or before/after of a setting. */
      trace: model.json().nullable(),
    }
  )
  .indexes([{ on: ["negotiation_id", "sequence"] }, { on: ["company_id", "sequence"] }, { on: ["agreement_id"], where: "agreement_id IS NOT NULL" }])
