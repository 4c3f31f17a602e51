import type { MiddlewareRoute } from "@medusajs/framework/http"
import { PolicyOperation } from "@medusajs/framework/utils"
import { NEGOTIATION_RESOURCE } from "../../policies/negotiation"

/** Every folder of routes here. Logging in is Medusa's own check on `/admin`; these add what a role has to allow. */
const RESOURCES = [
  "negotiations",
  "negotiation-policies",
  "negotiation-costs",
  "negotiation-companies",
  "negotiation-agreements",
  "negotiation-metrics",
] as const

/** Routes that make something of its own; every other POST changes what is there. */
const CREATING = ["/admin/negotiation-policies", "/admin/negotiation-companies", "/admin/negotiation-costs"]

/** A thousand dated costs don't fit into the 100 kB a body may have by default. */
const COSTS_BODY_LIMIT = "1mb"

function permission(operation: string): { resource: string; operation: string }[] {
  return [{ resource: NEGOTIATION_RESOURCE, operation }]
}

/**
 * Middlewares of the admin routes: permissions per method (they ask nobody while the feature flag `rbac` is off) and the
 * body limit of the cost import. Bodies and queries are checked in the routes, so that the contract's errors answer.
 */
export const adminMiddlewares: MiddlewareRoute[] = [
  ...RESOURCES.map((resource) => ({ methods: ["GET" as const], matcher: `/admin/${resource}*`, policies: permission(PolicyOperation.read) })),
  ...CREATING.map((matcher) => ({ methods: ["POST" as const], matcher, policies: permission(PolicyOperation.create) })),
  ...RESOURCES.map((resource) => ({ methods: ["POST" as const], matcher: `/admin/${resource}/*`, policies: permission(PolicyOperation.update) })),
  { methods: ["POST"], matcher: "/admin/negotiation-costs", bodyParser: { sizeLimit: COSTS_BODY_LIMIT } },
]
