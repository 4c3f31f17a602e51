import type { MedusaRequest } from "@medusajs/framework/http"
import type { BuyerStanding } from "../../workflows/concession/buyer-standing"

/** What a request means to do with a cart's promotion codes. */
export type PromotionsRequest = "create" | "replace" | "add" | "remove" | "none"

/** What a guard found out about a cart request, for the guard that looks at its answer. */
export interface CartRequest {
  readonly promotions: PromotionsRequest
  readonly standing: BuyerStanding
  /** The codes to bring back when Medusa has forgotten them on the way. */
  readonly readd: readonly string[]
}

const KNOWN = new WeakMap<object, CartRequest>()

/** Keeps what is known of a request. */
export function noteCartRequest(req: MedusaRequest, request: CartRequest): void {
  KNOWN.set(req, request)
}

/** What is known of a request; undefined for people without agreements. */
export function cartRequestOf(req: MedusaRequest): CartRequest | undefined {
  return KNOWN.get(req)
}

/** What the body asks of promotion codes, by the route it was sent to. */
export function promotionsRequestOf(req: MedusaRequest): PromotionsRequest {
  if (req.params["id"] === undefined) return "create"
  if (/\/promotions\/?$/.test(req.path)) return req.method === "DELETE" ? "remove" : "add"
  return codesOf(req) === undefined ? "none" : "replace"
}

/** The body Medusa's own check let through: what its route will use. */
function bodyOf(req: MedusaRequest): Record<string, unknown> {
  return (req.validatedBody ?? {}) as Record<string, unknown>
}

/** The promotion codes of a request; undefined where it names none. */
export function codesOf(req: MedusaRequest): string[] | undefined {
  const codes = bodyOf(req)["promo_codes"]
  return Array.isArray(codes) ? (codes as string[]) : undefined
}

/** Puts other promotion codes into a request. */
export function setCodes(req: MedusaRequest, codes: readonly string[]): void {
  bodyOf(req)["promo_codes"] = [...new Set(codes)]
}

/** The variants a request brings into the cart. */
export function variantsOf(req: MedusaRequest): string[] {
  const { variant_id, items } = bodyOf(req)
  const added = Array.isArray(items) ? (items as { variant_id?: unknown }[]).map((item) => item.variant_id) : []
  return [variant_id, ...added].filter((id): id is string => typeof id === "string")
}

/** The region a request gives the cart; undefined where it leaves it. */
export function regionOf(req: MedusaRequest): string | undefined {
  const { region_id } = bodyOf(req)
  return typeof region_id === "string" ? region_id : undefined
}
