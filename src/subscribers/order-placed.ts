import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { OrderWorkflowEvents } from "@medusajs/framework/utils"
import { settleOrder } from "../workflows/agreement/settle/settle-order"

/** Counts a placed order on the agreements behind its prices. Delivered twice, it counts once. */
export default async function orderPlaced({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  await settleOrder(container, event.data.id, new Date())
}

/** A rep's draft that becomes an order is placed too. */
export const config: SubscriberConfig = {
  event: OrderWorkflowEvents.PLACED,
  context: { subscriberId: "negotiation-order-placed" },
}
