import type { MedusaContainer } from "@medusajs/framework/types"
import { rebuildPurchasesWorkflow } from "../workflows/insight"

/**
 * Reads what changed among the orders since the last complete reading, so that an event lost on the way heals by morning.
 * The first run on a store reads all of its orders.
 */
export default async function rebuildPurchases(container: MedusaContainer): Promise<void> {
  await rebuildPurchasesWorkflow(container).run({ input: { catch_up: true } })
}

/** Every night, off the full hour other jobs crowd on. */
export const config = { name: "negotiation-rebuild-purchases", schedule: "23 3 * * *" }
