import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { ConcessionView } from "../../modules/negotiation/concession-types"
import { messageOf } from "../message-of"
import { CODE_PREFIX } from "./codes"
import { carryConcessions, dropConcessions, readPromotions, removePromotions } from "./project-concessions"
import { promotionOf, saysTheSame } from "./promotion-data"
import { negotiationService } from "../negotiation-service"

const CONCESSIONS_A_PAGE = 200
const PROMOTIONS_A_PAGE = 500
/** One that was just made may be about to be noted. */
const ORPHANED_AFTER_MS = 5 * 60_000
/** The character after the prefix's last: where the plugin's codes end. */
const CODE_END = `${CODE_PREFIX.slice(0, -1)}${String.fromCharCode(CODE_PREFIX.charCodeAt(CODE_PREFIX.length - 1) + 1)}`

/** What a reconciliation of concessions mended. */
export interface ConcessionReconciliation {
  /** Concessions that got a promotion: they had none, a wrong one, or it was gone. */
  readonly carried: number
  /** Promotions that carried nothing any more. */
  readonly removed: number
  /** Agreements whose concessions could not be brought back, with the reason. */
  readonly failed: { readonly agreement_id: string; readonly message: string }[]
}

const service = (container: MedusaContainer) => negotiationService(container)

/** Gives live concessions of a page their promotions, mends the edited ones and takes those of ended ones away. */
async function mendPage(container: MedusaContainer, page: readonly ConcessionView[]): Promise<ConcessionReconciliation> {
  const ids = page.flatMap(({ promotion_id }) => promotion_id ?? [])
  const stored = new Map((await readPromotions(container.resolve(Modules.PROMOTION), ids)).map((promotion) => [promotion.id, promotion]))
  const isRight = (concession: ConcessionView) => {
    const promotion = concession.promotion_id === null ? undefined : stored.get(concession.promotion_id)
    return promotion !== undefined && promotion.code === concession.promotion_code && saysTheSame(promotion, promotionOf(concession))
  }
  // Wrong ones go before the new ones come: nobody gets a concession twice for a moment.
  const wrong = page.filter((concession) => concession.promotion_id !== null && !(concession.live && isRight(concession)))
  await dropConcessions(container, wrong.flatMap(({ id, promotion_id }) => (promotion_id === null ? [] : [{ concession_id: id, promotion_id }])))
  const missing = page.filter((concession) => concession.live && (concession.promotion_id === null || wrong.includes(concession)))
  const failed: ConcessionReconciliation["failed"] = []
  let carried = 0
  for (const concession of missing) {
    try {
      carried += (await carryConcessions(container, [{ ...concession, promotion_id: null }])).length
    } catch (error) {
      failed.push({ agreement_id: concession.agreement_id, message: messageOf(error) })
    }
  }
  return { carried, removed: wrong.filter((concession) => !concession.live).length, failed }
}

/** Promotions with the plugin's codes that no concession knows of, by the index on codes. */
async function removeOrphans(container: MedusaContainer): Promise<number> {
  const promotions = container.resolve(Modules.PROMOTION)
  const made_before = new Date(Date.now() - ORPHANED_AFTER_MS)
  let removed = 0
  let after = CODE_PREFIX
  for (;;) {
    const filters: unknown = { code: { $gt: after, $lt: CODE_END }, created_at: { $lt: made_before } }
    const page = await promotions.listPromotions(filters as { code: string[] }, { select: ["id", "code"], order: { code: "ASC" }, take: PROMOTIONS_A_PAGE })
    const known = new Set((await service(container).concessionsOfPromotions(page.map(({ id }) => id))).map(({ promotion_id }) => promotion_id))
    const orphans = page.filter(({ id }) => !known.has(id))
    await removePromotions(container, orphans.map(({ id }) => id))
    removed += orphans.length
    after = page.at(-1)?.code ?? ""
    if (page.length < PROMOTIONS_A_PAGE) return removed
  }
}

/** Mends both ways: promotions without a live concession go, live concessions without their promotion get it, edited ones are as agreed. */
export async function reconcileConcessions(container: MedusaContainer): Promise<ConcessionReconciliation> {
  const result = { carried: 0, removed: 0, failed: [] as ConcessionReconciliation["failed"] }
  let page = await service(container).concessionsToReconcile("", CONCESSIONS_A_PAGE)
  while (page.length > 0) {
    const mended = await mendPage(container, page)
    result.carried += mended.carried
    result.removed += mended.removed
    result.failed.push(...mended.failed)
    page = await service(container).concessionsToReconcile(page.at(-1)?.id ?? "", CONCESSIONS_A_PAGE)
  }
  result.removed += await removeOrphans(container)
  return result
}

/** Step: {@link reconcileConcessions}. It only makes true what the agreements already say, so nothing takes it back. */
export const reconcileConcessionsStep = createStep("negotiation-reconcile-concessions", async (_: undefined, { container }) => {
  return new StepResponse(await reconcileConcessions(container))
})

/** Finds and mends promotions without a live concession, live concessions without their promotion, and edited ones. */
export const reconcileConcessionsWorkflow = createWorkflow("negotiation-reconcile-concessions-workflow", () => {
  return new WorkflowResponse(reconcileConcessionsStep())
})
