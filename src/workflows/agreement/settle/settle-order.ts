import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, transform, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { SettledAgreement } from "../../../modules/negotiation/agreement-types"
import { withdrawConcessionsStep } from "../../concession/steps/withdraw-concessions"
import { emitAgreementChangesStep } from "../steps/emit-changes"
import { emitNoticesStep, type AgreementNotices } from "../steps/emit-notices"
import { projectAgreementsStep } from "../steps/project-agreements"
import { withdrawPricesStep } from "../steps/withdraw-prices"
import { gatherOrder } from "./gather-order"
import { readHeldOrder, type HeldOrder } from "./read-order"
import { negotiationService } from "../../negotiation-service"

/** Step: counts what an order holds on the agreements behind its prices. An order is a fact: nothing takes this back. */
export const settleOrderStep = createStep("negotiation-settle-order", async (order: HeldOrder, { container }) => {
  const settled = await gatherOrder(container, order)
  return new StepResponse(await negotiationService(container).settleOrder(settled))
})

const idsOf = (settled: readonly SettledAgreement[], which: (each: SettledAgreement) => boolean) => ({
  agreement_ids: settled.filter((each) => each.changed && which(each)).map((each) => each.agreement_id),
})

/**
 * What an order means for the agreements behind its prices: counted as it is now, the negotiation `ordered` with the first; an
 * agreement of which nothing is left is used up and its prices go, one that something came back to is in force again
 * with its prices. The same order again changes and tells nothing.
 */
export const settleOrderWorkflow = createWorkflow("negotiation-settle-order-workflow", (order: WorkflowData<HeldOrder>) => {
  const settled = settleOrderStep(order)
  const ended = transform(settled, (all) => idsOf(all, (each) => each.status !== "active"))
  withdrawPricesStep(ended)
  withdrawConcessionsStep(ended)
  projectAgreementsStep(transform(settled, (all) => idsOf(all, (each) => each.status === "active")))
  emitAgreementChangesStep(
    transform(settled, (all) => all.filter((each) => each.status !== each.status_before || each.negotiation !== null))
  )
  emitNoticesStep(
    transform(settled, (all): AgreementNotices[] => [{ event: "flagged", agreements: all.filter((each) => each.flags.length > 0) }])
  )
  return new WorkflowResponse(settled)
})

function say(container: MedusaContainer, order: HeldOrder, settled: readonly SettledAgreement[]): void {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  for (const { agreement_id, flags } of settled) {
    if (flags.includes("unchecked_order")) {
      logger.warn(`Negotiation: order ${order.id} was placed at a price of agreement ${agreement_id} that nobody checked: ${flags.join(", ")}`)
    }
  }
}

/** An order that goes on changing while it is settled is left to its next event, or to the reconciliation. */
const TRIES = 5

/**
 * Brings the agreements behind an order to what the order really holds: placed, edited, returned, cancelled, however often
 * and in whatever order one hears of it. Nobody's order is refused after the fact: what should not have been is flagged.
 *
 * The order is read again afterwards: of two that settle it at once, the one that read the older order settles again.
 *
 * @param converted_at when it was placed, for what was a draft before.
 * @returns what was changed; empty where everything was right, or there is no such order.
 */
export async function settleOrder(container: MedusaContainer, order_id: string, converted_at?: Date): Promise<SettledAgreement[]> {
  const changed: SettledAgreement[] = []
  let order = await readHeldOrder(container, order_id, converted_at)
  for (let tries = 0; order && tries < TRIES; tries += 1) {
    const { result } = await settleOrderWorkflow(container).run({ input: order })
    say(container, order, result)
    changed.push(...result.filter((each) => each.changed || each.promised))
    const again = await readHeldOrder(container, order_id, converted_at)
    if (JSON.stringify(again) === JSON.stringify(order)) break
    order = again
  }
  return changed
}
