import { model } from "@medusajs/framework/utils"
import { AGREEMENT_STATUSES } from "../../../contract"
import { AgreementLine } from "./agreement-line"
import { Concession } from "./concession"
import { AgreementUse } from "./agreement-use"

/** Accepted terms. Lives apart from the cart it came from; belongs to the company. */
export const Agreement = model
  .define(
    { name: "NegotiationAgreement", tableName: "negotiation_agreement" },
    {
      id: model.id({ prefix: "nagr" }).primaryKey(),
      negotiation_id: model.text(),
      offer_id: model.text().nullable(),
      option_id: model.text().nullable(),
      company_id: model.text(),
      customer_id: model.text(),
      region_id: model.text(),
      currency_code: model.text(),
      status: model.enum([...AGREEMENT_STATUSES]).default("active"),
      version: model.number().default(1),
      valid_from: model.dateTime(),
      valid_until: model.dateTime(),
      /** How many orders may be placed under it; null for any number. */
      max_orders: model.number().nullable(),
      orders: model.number().default(0),
      /** What other promotions may do on its lines, as the policy said when it was made. */
      promotion_stacking: model.enum(["none", "best", "floor"]).default("none"),
      is_tax_inclusive: model.boolean().default(false),
      /** False: for `customer_id` alone, not for the company's other buyers. */
      shared: model.boolean().default(true),
      /** A revocation that was announced: when it takes effect, who said so and why. */
      revoke_at: model.dateTime().nullable(),
      /** `{ actor_id, reason_code, note }` */
      revocation: model.json().nullable(),
      commitment_reminded_at: model.dateTime().nullable(),
      /** `[{ kind, at, order_id, detail }]`, what a person should look at. */
      flags: model.json().nullable(),
      ended_at: model.dateTime().nullable(),
      ended_reason: model.text().nullable(),
      lines: model.hasMany(() => AgreementLine, { mappedBy: "agreement" }),
      concessions: model.hasMany(() => Concession, { mappedBy: "agreement" }),
      uses: model.hasMany(() => AgreementUse, { mappedBy: "agreement" }),
    }
  )
  .cascades({ delete: ["lines", "uses", "concessions"] })
  .indexes([
    { on: ["company_id", "status"] },
    { on: ["customer_id", "created_at"] },
    { on: ["negotiation_id"], unique: true },
    { on: ["status", "valid_until"] },
    { on: ["revoke_at"], where: "revoke_at IS NOT NULL AND status = 'active'" },
    { on: ["created_at", "id"] },
  ])
