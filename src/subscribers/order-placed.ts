import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { confirmUseWorkflow } from "../workflows/agreement/confirm-use"

/** Counts a placed order on the agreements its cart had claimed. Delivered twice, it counts once. */
export default async function orderPlaced({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order_cart",
    fields: ["cart_id"],
    filters: { order_id: event.data.id },
  })
  const [link] = data as unknown as { cart_id: string }[]
  if (link) await confirmUseWorkflow(container).run({ input: { cart_id: link.cart_id, order_id: event.data.id } })
}

export const config: SubscriberConfig = {
  event: "order.placed",
  context: { subscriberId: "negotiation-order-placed" },
}
