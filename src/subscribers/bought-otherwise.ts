import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { endCasesBoughtOtherwise } from "../workflows/case/bought-otherwise"

/** An order was placed: what was still being negotiated about its cart is over. */
export default async function endOpenCases({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  await endCasesBoughtOtherwise(container, event.data.id)
}

/** Beside the confirmation of agreed prices, with which it shares nothing. */
export const config: SubscriberConfig = { event: "order.placed", context: { subscriberId: "negotiation-bought-otherwise" } }
