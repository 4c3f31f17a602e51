import { model } from "@medusajs/framework/utils"
import { Policy } from "./policy"

/** The terms of a policy as they were at one version. Written once, never changed. */
export const PolicyVersion = model
  .define(
    { name: "NegotiationPolicyVersion", tableName: "negotiation_policy_version" },
    {
      id: model.id({ prefix: "npve" }).primaryKey(),
      policy: model.belongsTo(() => Policy, { mappedBy: "versions" }),
      version: model.number(),
      /** The contract's `PolicyTerms`. */
      terms: model.json(),
      note: model.text().nullable(),
      created_by: model.text().nullable(),
    }
  )
  .indexes([{ on: ["policy_id", "version"], unique: true }])
