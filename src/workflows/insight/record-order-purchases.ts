import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { StepResponse, WorkflowResponse, createStep, createWorkflow } from "@medusajs/framework/workflows-sdk"
import { INSIGHT_MODULE, type InsightModuleService, type PurchaseRow } from "../../modules/insight"
import { ORDER_FIELDS, purchasesOfOrders, type PlacedOrder } from "./order-purchases"

/** Input of {@link recordOrderPurchasesWorkflow}. */
export interface RecordOrderPurchasesInput {
  readonly order_id: string
}

interface OrderPurchases extends RecordOrderPurchasesInput {
  readonly rows: readonly PurchaseRow[]
}

/** Reads an order and what it is worth as purchases. */
export const gatherOrderPurchasesStep = createStep(
  "negotiation-gather-order-purchases",
  async ({ order_id }: RecordOrderPurchasesInput, { container }) => {
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({ entity: "order", fields: ORDER_FIELDS, filters: { id: order_id } })
    const order = (data as unknown as PlacedOrder[])[0]
    if (!order) throw new MedusaError(MedusaError.Types.NOT_FOUND, `Order ${order_id} was not found`)
    const gathered: OrderPurchases = { order_id, rows: await purchasesOfOrders(container, [order]) }
    return new StepResponse(gathered)
  }
)

/** Stores an order's purchases in place of what was stored for it. Undone, it puts back what was there. */
export const storeOrderPurchasesStep = createStep(
  "negotiation-store-order-purchases",
  async ({ order_id, rows }: OrderPurchases, { container }) => {
    const insight = container.resolve<InsightModuleService>(INSIGHT_MODULE)
    const before: OrderPurchases = { order_id, rows: await insight.purchasesOf([order_id]) }
    await insight.recordOrders([order_id], rows)
    return new StepResponse({ recorded: rows.length }, before)
  },
  async (before, { container }) => {
    if (!before) return
    await container.resolve<InsightModuleService>(INSIGHT_MODULE).restoreOrders([before.order_id], before.rows)
  }
)

/**
 * Brings the purchases of one order up to date with the order as it is now: placed, edited or cancelled. Doing it again
 * changes nothing.
 * @throws MedusaError `not_found` where there is no such order.
 */
export const recordOrderPurchasesWorkflow = createWorkflow("negotiation-record-order-purchases", (input: RecordOrderPurchasesInput) => {
  const gathered = gatherOrderPurchasesStep(input)
  return new WorkflowResponse(storeOrderPurchasesStep(gathered))
})
