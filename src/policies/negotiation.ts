import { definePolicies, PolicyOperation } from "@medusajs/framework/utils"

/** The RBAC resource of everything under `/admin/negotiation*`. */
export const NEGOTIATION_RESOURCE = "negotiation"

/**
 * Permissions for Medusa's roles, with Medusa's own operations: one of our own would be handed to every core resource that is defined
 * after it. Nothing of a negotiation is ever deleted, so there is no permission to. With the feature flag `rbac` off they are defined and ask nobody.
 */
export const negotiationPolicies = definePolicies([
  {
    name: "ReadNegotiation",
    resource: NEGOTIATION_RESOURCE,
    operation: PolicyOperation.read,
    description: "Read negotiations, agreements, costs, policies and figures",
  },
  {
    name: "CreateNegotiation",
    resource: NEGOTIATION_RESOURCE,
    operation: PolicyOperation.create,
    description: "Create negotiation policies, companies and costs",
  },
  {
    name: "UpdateNegotiation",
    resource: NEGOTIATION_RESOURCE,
    operation: PolicyOperation.update,
    description: "Decide negotiations, change policies and companies, revoke agreements",
  },
])
