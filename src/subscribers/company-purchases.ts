import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { COMPANY_CHANGED_EVENT, rebuildPurchasesWorkflow, type CompanyChangedPayload } from "../workflows/insight"

/** Reads the past orders of a company's buyers once it exists, so that its first request already knows the last price paid. */
export default async function readPastOrders({ event, container }: SubscriberArgs<CompanyChangedPayload>): Promise<void> {
  await rebuildPurchasesWorkflow(container).run({ input: { company_id: event.data.id } })
}

/** In the background: a group may have thousands of orders. */
export const config: SubscriberConfig = { event: COMPANY_CHANGED_EVENT, context: { subscriberId: "negotiation-company-purchases" } }
