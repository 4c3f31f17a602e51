import type { MedusaContainer } from "@medusajs/framework/types"

/** What one buyer may do for their company. Whatever is left out is allowed. */
export interface ResolvedBuyer {
  /** False: they may look, and not ask for a price. */
  readonly may_request?: boolean
  /** False: they may ask, and somebody else has to agree. A yes to their ask then becomes an offer. */
  readonly may_accept?: boolean
  /**
   * What they may spend, and have spent of it already, in major units; null or left out for any sum. It is compared with the
   * goods of a case at the prices asked or agreed, as the cart shows them.
   */
  readonly spending_limit?: { readonly amount: number; readonly currency_code: string; readonly spent: number } | null
}

/** Who a customer negotiates for, as a store with a company module of its own sees it. */
export interface ResolvedCompany {
  /** Stable id of the company in the store's own module. */
  readonly id: string
  readonly name: string
  /** Customer group all its buyers are in: agreed prices are given to that group. Without one, to the buyer alone. */
  readonly customer_group_id?: string | null
  /** What this customer may do for it; left out, everything. */
  readonly buyer?: ResolvedBuyer
}

/** Requests a minute a customer may make where the store names no limit of its own. */
export const DEFAULT_RATE_LIMIT = 600

/** A way to pay: `days` after the invoice (0: before delivery), through one of these payment providers. */
export interface PaymentTerm {
  readonly id: string
  readonly days: number
  readonly provider_ids: readonly string[]
}

/** Options of the plugin, as given in `medusa-config.ts`. Every one is optional. */
export interface NegotiationPluginOptions {
  /** For stores with a company module of their own: names the company a customer buys for, or null for "nobody's". */
  readonly resolveCompany?: (customerId: string, container: MedusaContainer) => Promise<ResolvedCompany | null>
  readonly hooks?: {
    /** False where another plugin owns `completeCartWorkflow.hooks.validate`; call the exported handler from there. */
    readonly completeCartValidate?: boolean
  }
  /** Ways to pay that concessions can hang on, and by which payment providers each is paid. Without them none can be granted. */
  readonly paymentTerms?: readonly PaymentTerm[]
  /** Requests a customer may make a minute, over all store routes of the plugin. Default {@link DEFAULT_RATE_LIMIT}; 0 turns the limit off. */
  readonly rateLimit?: number
  /** Key of the jitter hash. Any secret string; without one, counters carry no jitter. */
  readonly jitterSecret?: string
}

/** @throws Error for a term without id, days or providers: a store must not start with half a term */
function readTerm(term: PaymentTerm): PaymentTerm {
  const { id, days, provider_ids } = term
  if (typeof id !== "string" || id === "" || !Number.isInteger(days) || days < 0 || !Array.isArray(provider_ids) || provider_ids.length === 0) {
    throw new Error(`medusa-plugin-negotiation: option paymentTerms: each needs an id, whole days and provider_ids, not ${JSON.stringify(term)}`)
  }
  return { id, days, provider_ids: [...provider_ids] }
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
    ...(Array.isArray(given.paymentTerms) ? { paymentTerms: given.paymentTerms.map(readTerm) } : {}),
    ...(Number.isInteger(given.rateLimit) ? { rateLimit: given.rateLimit as number } : {}),
    ...(typeof given.jitterSecret === "string" ? { jitterSecret: given.jitterSecret } : {}),
  }
}
