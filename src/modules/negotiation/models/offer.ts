import { model } from "@medusajs/framework/utils"
import { OFFER_STATUSES } from "../../../contract"
import { Negotiation } from "./negotiation"
import { OfferOption } from "./offer-option"

/** A seller's offer: a menu of options with one end date. Append-only; only its status moves. */
export const Offer = model
  .define(
    { name: "NegotiationOffer", tableName: "negotiation_offer" },
    {
      id: model.id({ prefix: "noff" }).primaryKey(),
      negotiation: model.belongsTo(() => Negotiation, { mappedBy: "offers" }),
      round: model.number(),
      origin: model.enum(["automatic", "person"]),
      status: model.enum([...OFFER_STATUSES]).default("standing"),
      expires_at: model.dateTime(),
      /** Days the price holds once an option is accepted: part of what was offered. */
      agreement_days: model.number(),
      options: model.hasMany(() => OfferOption, { mappedBy: "offer" }),
    }
  )
  .cascades({ delete: ["options"] })
  .indexes([
    { on: ["status", "expires_at"] },
    { on: ["negotiation_id"], unique: true, where: "status = 'standing' AND deleted_at IS NULL", name: "UQ_negotiation_offer_one_standing" },
  ])
