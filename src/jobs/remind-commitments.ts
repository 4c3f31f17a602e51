import type { MedusaContainer } from "@medusajs/framework/types"
import { remindCommitmentsWorkflow } from "../workflows/agreement/remind-commitments"

const BATCH = 100

/** Reminds of promised volume before its agreement ends. Several workers may run this at once: each agreement is told once. */
export default async function remindCommitments(container: MedusaContainer): Promise<void> {
  let reminded = BATCH
  while (reminded === BATCH) {
    const { result } = await remindCommitmentsWorkflow(container).run({ input: { limit: BATCH } })
    reminded = result.length
  }
}

/** Every hour, off the full hour other jobs crowd on: the policy counts in days. */
export const config = { name: "negotiation-remind-commitments", schedule: "17 * * * *" }
