import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { refusalOf } from "../../workflows/agreement/check-lines"
import { checkCompletion } from "../../workflows/agreement/completion-check"
import { readAgreementCart } from "../../workflows/agreement/read-cart"
import { sendError } from "../errors"

/**
 * Refuses to complete a cart whose price rests on an agreement that no longer applies, with a body that says which line and
 * why. Read-only: the use is claimed by the completion's hook, which holds for payment webhooks too. A cart that has been
 * ordered is Medusa's to answer.
 */
export async function checkCompletionOfCart(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  const cart = await readAgreementCart(req.scope, req.params["id"] ?? "")
  if (!cart || cart.completed_at !== null) return next()
  const refusal = refusalOf(await checkCompletion(req.scope, cart))
  if (!refusal) return next()
  sendError(res, refusal)
}
