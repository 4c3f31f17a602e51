import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { OrderEditWorkflowEvents, OrderWorkflowEvents } from "@medusajs/framework/utils"
import { recordOrderPurchasesWorkflow } from "../workflows/insight"

/** Brings an order's purchases up to date whenever it is placed, edited or cancelled. */
export default async function recordPurchases({ event, container }: SubscriberArgs<{ id?: string; order_id?: string }>): Promise<void> {
  const order_id = event.data.id ?? event.data.order_id
  if (order_id) await recordOrderPurchasesWorkflow(container).run({ input: { order_id } })
}

/** Orders name themselves `id` in their events; an order edit names the order `order_id`. */
export const config: SubscriberConfig = {
  event: [OrderWorkflowEvents.PLACED, OrderWorkflowEvents.CANCELED, OrderEditWorkflowEvents.CONFIRMED],
  context: { subscriberId: "negotiation-purchases" },
}
