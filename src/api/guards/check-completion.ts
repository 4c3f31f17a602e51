import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { refusalOf } from "../../workflows/agreement/check-lines"
import { checkCompletion } from "../../workflows/agreement/completion-check"
import { endIfDue } from "../../workflows/agreement/end-due"
import { readAgreementCart } from "../../workflows/agreement/read-cart"
import { checkConcessions } from "../../workflows/concession/check-concessions"
import { settlePromotions } from "../../workflows/concession/settle/settle-promotions"
import { sendError } from "../errors"

/**
 * Refuses to complete a cart whose price or discount rests on an agreement that no longer applies, or that would be paid
 * another way than was agreed, with a body that says why. The use is claimed by the completion's hook, which holds for
 * payment webhooks too. A cart that has been ordered is Medusa's to answer.
 */
export async function checkCompletionOfCart(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  const cart = await readAgreementCart(req.scope, req.params["id"] ?? "")
  if (!cart || cart.completed_at !== null) return next()
  const check = await checkCompletion(req.scope, cart)
  const refusal = refusalOf(check) ?? (await checkConcessions(req.scope, cart.id))
  if (!refusal) return next()
  // The buyer is told to look at the prices again: what has ended must not be there then.
  await endIfDue(req.scope, check.problems.flatMap((problem) => problem.agreement_id ?? []))
  // The buyer is to find the right total when they look.
  if (refusal.details?.["why"] === "promotions") await settlePromotions(req.scope, cart.id)
  sendError(res, refusal)
}
