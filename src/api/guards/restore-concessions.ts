import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { readStanding, wantedConcessions, type BuyerStanding } from "../../workflows/concession/buyer-standing"
import { isOwnCode } from "../../workflows/concession/codes"
import { restoreLinks } from "../../workflows/concession/restore-concessions"
import { actorOf } from "./actor"
import { codesOf, noteCartRequest, promotionsRequestOf, regionOf, setCodes, variantsOf, type PromotionsRequest } from "./cart-request"

/**
 * The codes a request should have instead of those it has. Medusa takes named codes for the whole list (`replace`,
 * `create`), and reckons `add` from what has an effect now: codes that are linked and wait for their condition are named
 * again, or they would be lost.
 */
function codesFor(request: PromotionsRequest, given: readonly string[] | undefined, standing: BuyerStanding): readonly string[] | undefined {
  const wanted = wantedConcessions(standing).map((concession) => concession.code)
  if (request === "create") return given || wanted.length > 0 ? [...(given ?? []), ...wanted] : undefined
  if (request === "replace") return [...(given ?? []), ...wanted]
  if (request === "add" && given) return [...given, ...wanted, ...merchantCodes(standing)]
  return given
}

const merchantCodes = (standing: BuyerStanding) => standing.linked.map((promotion) => promotion.code).filter((code) => !isOwnCode(code))

/** The codes Medusa forgets on these routes: what is taken off is reckoned from what has an effect now. */
function readdedCodes(request: PromotionsRequest, given: readonly string[] | undefined, cleared: boolean, standing: BuyerStanding): string[] {
  const wanted = wantedConcessions(standing).map((concession) => concession.code)
  if (request === "remove") return [...wanted, ...merchantCodes(standing).filter((code) => !given?.includes(code))]
  return cleared ? wanted : []
}

/** What Medusa says of a code that does not exist: to people it was not agreed with, a concession's does not. */
function noSuchCode(code: string): MedusaError {
  return new MedusaError(MedusaError.Types.INVALID_DATA, `The promotion code ${code} is invalid`)
}

/** The buyer's standing where this is a cart of theirs, or becomes one; null for everybody without agreements. */
async function standingOf(req: MedusaRequest): Promise<BuyerStanding | null> {
  const actor = actorOf(req)
  if (actor === undefined) return null
  const cart_id = req.params["id"] ?? null
  const standing = await readStanding(req.scope, { customer_id: actor, cart_id, region_id: regionOf(req), variant_ids: variantsOf(req) })
  const becomesTheirs = cart_id === null || /\/customer\/?$/.test(req.path)
  return standing.holds && (becomesTheirs || standing.owner_id === actor) ? standing : null
}

/**
 * Before Medusa changes a cart: the concessions of its buyer are linked to it, so that Medusa's refresh weighs their
 * conditions and gives exactly those that hold. Their codes can't be entered by hand or taken off: they come with their
 * condition, for those they were agreed with. One indexed statement for whoever is logged in, none for guests.
 */
export async function restoreConcessionsOfCart(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  const promotions = promotionsRequestOf(req)
  const named = codesOf(req)
  const given = named?.filter((code) => !isOwnCode(code))
  const standing = await standingOf(req)
  if (!standing) {
    const own = promotions === "remove" ? undefined : named?.find(isOwnCode)
    return next(own === undefined ? undefined : noSuchCode(own))
  }
  // An empty list takes every code off, as Medusa has it; the concessions come back after it.
  const cleared = promotions === "add" && named?.length === 0
  const codes = cleared ? given : codesFor(promotions, given, standing)
  if (codes) setCodes(req, codes)
  const cart_id = req.params["id"]
  if (cart_id !== undefined) await restoreLinks(req.scope, cart_id, standing)
  noteCartRequest(req, { promotions, standing, readd: readdedCodes(promotions, given, cleared, standing) })
  next()
}
