import { model } from "@medusajs/framework/utils"
import { NEGOTIATION_STATUSES, REVIEW_LEVELS } from "../../../contract"
import { NegotiationLine } from "./negotiation-line"
import { Offer } from "./offer"

/**
 * One case: a company asks for better prices on some lines, until it is agreed or ended.
 * `version` rises with every command; a command that names another one has lost the race.
 */
export const Negotiation = model
  .define(
    { name: "Negotiation", tableName: "negotiation" },
    {
      id: model.id({ prefix: "neg" }).primaryKey(),
      display_id: model.autoincrement(),
      previous_id: model.text().nullable(),
      status: model.enum([...NEGOTIATION_STATUSES]),
      version: model.number().default(1),
      /** Who opened it. */
      origin: model.enum(["buyer", "seller"]).default("buyer"),
      company_id: model.text(),
      company_name: model.text(),
      customer_id: model.text(),
      customer_email: model.text(),
      region_id: model.text(),
      currency_code: model.text(),
      sales_channel_id: model.text().nullable(),
      is_tax_inclusive: model.boolean().default(false),
      cart_id: model.text().nullable(),
      segment: model.text().nullable(),
      policy_id: model.text().nullable(),
      policy_version: model.number().nullable(),
      /** Rounds spent on this case, as the buyer sees them. */
      round: model.number().default(0),
      rounds_allowed: model.number(),
      /** Value of the lines at current prices and asked quantities, major units. */
      value: model.bigNumber(),
      /** Value of the lines at the prices asked, major units. */
      asked_value: model.bigNumber(),
      /** Purpose, annual volume, needed-by: what the buyer said about the need. */
      context: model.json(),
      reason_code: model.text().nullable(),
      assigned_to: model.text().nullable(),
      /** Who decides it where a person has to, as the routing rules said at the last ask. */
      level: model.enum([...REVIEW_LEVELS]).default("rep"),
      /** Hours the rule gives for an answer; null for the policy's own. */
      sla_hours: model.number().nullable(),
      /** When a rep's answer is due; null while it is not the seller's turn. */
      sla_due_at: model.dateTime().nullable(),
      /** When the case lapses if nothing happens. */
      expires_at: model.dateTime().nullable(),
      /** True once a person decided anything in this case. */
      touched_by_person: model.boolean().default(false),
      /** When it left the open statuses for the first time: agreed or ended. */
      closed_at: model.dateTime().nullable(),
      order_id: model.text().nullable(),
      /** The engine's last decision: answer, reason and trace. Seller only. */
      decision: model.json().nullable(),
      lines: model.hasMany(() => NegotiationLine, { mappedBy: "negotiation" }),
      offers: model.hasMany(() => Offer, { mappedBy: "negotiation" }),
    }
  )
  .cascades({ delete: ["lines", "offers"] })
  .indexes([
    { on: ["customer_id", "created_at"] },
    { on: ["company_id", "status"] },
    { on: ["status", "sla_due_at"] },
    { on: ["status", "level"] },
    { on: ["status", "created_at"] },
    { on: ["status", "expires_at"] },
    { on: ["assigned_to", "status"], where: "assigned_to IS NOT NULL" },
    { on: ["cart_id"], where: "cart_id IS NOT NULL" },
    { on: ["currency_code", "created_at"] },
    { on: ["currency_code", "closed_at"], where: "closed_at IS NOT NULL" },
    { on: ["display_id"], unique: true },
    // The orders of the approval queue; the id makes pages stable.
    { on: ["created_at", "id"] },
    { on: ["updated_at", "id"] },
    { on: ["value", "id"] },
    { on: ["sla_due_at", "id"] },
  ])
