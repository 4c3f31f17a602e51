import { model } from "@medusajs/framework/utils"
import { PolicyVersion } from "./policy-version"

/** A policy: for whom it answers, and which version of its terms answers now. */
export const Policy = model
  .define(
    { name: "NegotiationPolicy", tableName: "negotiation_policy" },
    {
      id: model.id({ prefix: "npol" }).primaryKey(),
      name: model.text(),
      status: model.enum(["active", "archived"]).default("active"),
      priority: model.number().default(0),
      /** `{ segments: string[] }`, see the contract's `policyScopeSchema`. */
      scope: model.json(),
      version: model.number().default(1),
      versions: model.hasMany(() => PolicyVersion, { mappedBy: "policy" }),
    }
  )
  .cascades({ delete: ["versions"] })
  .indexes([{ on: ["status", "priority"] }])
