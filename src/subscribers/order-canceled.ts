import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { NEGOTIATION_MODULE, type NegotiationModuleService } from "../modules/negotiation"

/** Gives a cancelled order's use back to the agreements it was counted on. Delivered twice, it gives back once. */
export default async function orderCanceled({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  await container.resolve<NegotiationModuleService>(NEGOTIATION_MODULE).giveBackUse(event.data.id)
}

export const config: SubscriberConfig = {
  event: "order.canceled",
  context: { subscriberId: "negotiation-order-canceled" },
}
