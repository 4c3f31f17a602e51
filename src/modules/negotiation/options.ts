import type { MedusaContainer } from "@medusajs/framework/types"

/** Who a customer negotiates for, as a store with a company module of its own sees it. */
export interface ResolvedCompany {
  /** Stable id of the company in the store's own module. */
  readonly id: string
  readonly name: string
  /** Customer group all its buyers are in: agreed prices are given to that group. Without one, to the buyer alone. */
  readonly customer_group_id?: string | null
}

/** Requests a minute a customer may make where the store names no limit of its own. */
export const DEFAULT_RATE_LIMIT = 600

/** Options of the plugin, as given in `medusa-config.ts`. Every one is optional. */
export interface NegotiationPluginOptions {
  /** For stores with a company module of their own: names the company a customer buys for, or null for "nobody's". */
  readonly resolveCompany?: (customerId: string, container: MedusaContainer) => Promise<ResolvedCompany | null>
  readonly hooks?: {
    /** False where another plugin owns `completeCartWorkflow.hooks.validate`; call the exported handler from there. */
    readonly completeCartValidate?: boolean
  }
  /** Requests a customer may make a minute, over all store routes of the plugin. Default {@link DEFAULT_RATE_LIMIT}; 0 turns the limit off. */
  readonly rateLimit?: number
  /** Key of the jitter hash. Any secret string; without one, counters carry no jitter. */
  readonly jitterSecret?: string
}

/**
 * Reads the plugin's own keys from what the framework hands a module. That object also holds the database URL with its
 * password, so known keys are copied and nothing of it is kept or logged.
 */
export function readOptions(raw: unknown): NegotiationPluginOptions {
  const given = (raw ?? {}) as NegotiationPluginOptions
  return {
    ...(typeof given.resolveCompany === "function" ? { resolveCompany: given.resolveCompany } : {}),
    ...(typeof given.hooks === "object" && given.hooks !== null
      ? { hooks: { completeCartValidate: given.hooks.completeCartValidate !== false } }
      : {}),
    ...(Number.isInteger(given.rateLimit) ? { rateLimit: given.rateLimit as number } : {}),
    ...(typeof given.jitterSecret === "string" ? { jitterSecret: given.jitterSecret } : {}),
  }
}
