import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { OrderEditWorkflowEvents, OrderWorkflowEvents } from "@medusajs/framework/utils"
import { settleOrder } from "../workflows/agreement/settle/settle-order"

/** Brings the agreements behind an order to what it holds once it was cancelled, edited, or goods came back. */
export default async function orderChanged({ event, container }: SubscriberArgs<{ id?: string; order_id?: string }>): Promise<void> {
  const order_id = event.data.order_id ?? event.data.id
  if (order_id) await settleOrder(container, order_id)
}

/** A cancelled order names itself `id`; what happens to an order names it `order_id`. */
export const config: SubscriberConfig = {
  event: [
    OrderWorkflowEvents.CANCELED,
    OrderWorkflowEvents.RETURN_RECEIVED,
    OrderWorkflowEvents.CLAIM_CREATED,
    OrderWorkflowEvents.EXCHANGE_CREATED,
    OrderEditWorkflowEvents.CONFIRMED,
  ],
  context: { subscriberId: "negotiation-order-changed" },
}
