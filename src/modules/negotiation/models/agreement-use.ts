import { model } from "@medusajs/framework/utils"
import { Agreement } from "./agreement"

/** An order's claim on an agreement: reserved while the cart completes, confirmed by the order, released when it fails. */
export const AgreementUse = model
  .define(
    { name: "NegotiationAgreementUse", tableName: "negotiation_agreement_use" },
    {
      id: model.id({ prefix: "nuse" }).primaryKey(),
      agreement: model.belongsTo(() => Agreement, { mappedBy: "uses" }),
      cart_id: model.text(),
      order_id: model.text().nullable(),
      status: model.enum(["reserved", "confirmed", "released"]).default("reserved"),
      /** False: nobody checked the order before it was placed (hook off, draft order); it was found afterwards. */
      checked: model.boolean().default(true),
      /** `[{ variant_id, quantity, unit_price }]` */
      lines: model.json(),
    }
  )
  .indexes([
    { on: ["agreement_id", "cart_id"], unique: true, where: "status <> 'released' AND deleted_at IS NULL", name: "UQ_negotiation_agreement_use_cart" },
    { on: ["cart_id"] },
    { on: ["order_id"], where: "order_id IS NOT NULL" },
    { on: ["status", "created_at"] },
  ])
