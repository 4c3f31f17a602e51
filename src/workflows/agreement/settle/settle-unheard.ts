import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { INSIGHT_MODULE, type InsightModuleService } from "../../../modules/insight"
import { databaseOf } from "../../database"
import { sinceLast } from "../../insight/since-last"
import { messageOf } from "../../message-of"
import { settleOrder } from "./settle-order"

const ORDERS_A_PAGE = 100
const BOOKMARK = "orders:settled"

/** Where the reading stands: orders changed at or after `since` (ISO), up to the order `after`. */
interface Position extends Record<string, unknown> {
  readonly since: string
  readonly after: string
}

/**
 * The next orders that hold an article somebody has agreed on in their currency, drafts apart. One statement: through the order module
 * every order of the day would be read whole, most of them for nothing.
 */
async function nextOrders(container: MedusaContainer, { since, after }: Position): Promise<string[]> {
  const { rows } = await databaseOf(container).raw<{ id: string }>(
    `SELECT o.id FROM "order" o
     WHERE o.id > ? AND o.updated_at >= ? AND o.deleted_at IS NULL AND NOT o.is_draft_order AND EXISTS (
       SELECT 1 FROM order_item i
       JOIN order_line_item li ON li.id = i.item_id
       JOIN negotiation_agreement_line l ON l.variant_id = li.variant_id AND l.deleted_at IS NULL
       JOIN negotiation_agreement a ON a.id = l.agreement_id AND a.currency_code = o.currency_code AND a.deleted_at IS NULL
       WHERE i.order_id = o.id AND i.deleted_at IS NULL)
     ORDER BY o.id LIMIT ?`,
    [after, since, ORDERS_A_PAGE]
  )
  return rows.map((row) => row.id)
}

async function settleThem(container: MedusaContainer, order_ids: readonly string[]): Promise<number> {
  let settled = 0
  for (const order_id of order_ids) {
    try {
      settled += (await settleOrder(container, order_id)).length > 0 ? 1 : 0
    } catch (error) {
      container.resolve(ContainerRegistrationKeys.LOGGER).error(`Negotiation: order ${order_id} could not be settled: ${messageOf(error)}`)
    }
  }
  return settled
}

/**
 * Settles what changed among the orders since a day before the last complete reading began, the first time what changed in the last day:
 * an order nobody heard of, a rep's draft or one placed without the completion hook among them, is counted as if its event had come.
 * Goes on where a crash stopped it; an order that can't be settled is logged and stops no other.
 *
 * @returns how many orders changed an agreement.
 */
export async function settleUnheard(container: MedusaContainer): Promise<number> {
  const insight = container.resolve<InsightModuleService>(INSIGHT_MODULE)
  const mark = await insight.bookmark(BOOKMARK)
  const interrupted = mark !== null && mark.completed_at === null
  const started_at = interrupted ? mark.started_at : new Date()
  const since = sinceLast(mark?.started_at ?? started_at)
  let position: Position = interrupted ? (mark.position as Position) : { since, after: "" }
  let settled = 0
  for (;;) {
    await insight.keepBookmark(BOOKMARK, { position, started_at, completed_at: null })
    const page = await nextOrders(container, position)
    settled += await settleThem(container, page)
    position = { ...position, after: page.at(-1) ?? position.after }
    if (page.length < ORDERS_A_PAGE) break
  }
  await insight.keepBookmark(BOOKMARK, { position, started_at, completed_at: new Date() })
  return settled
}

/** Step: {@link settleUnheard}. Orders are facts: nothing takes it back. */
export const settleUnheardStep = createStep("negotiation-settle-unheard", async (_: undefined, { container }) => {
  return new StepResponse({ settled: await settleUnheard(container) })
})

/** Finds orders whose events were lost, and counts them. */
export const settleUnheardWorkflow = createWorkflow("negotiation-settle-unheard-workflow", () => {
  return new WorkflowResponse(settleUnheardStep())
})
