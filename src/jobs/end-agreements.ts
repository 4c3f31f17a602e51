import type { MedusaContainer } from "@medusajs/framework/types"
import { endDueAgreements } from "../workflows/agreement/end-due"

/**
 * Ends agreements whose time has passed or whose announced revocation is due. Several workers may run this at once: each
 * agreement is locked, ended and told once. Carts don't wait for it: a price past its time is refused at completion
 * whether this ran or not.
 */
export default async function endAgreements(container: MedusaContainer): Promise<void> {
  await endDueAgreements(container)
}

/** Every minute: an agreement ends on time to the minute in lists and pages. */
export const config = { name: "negotiation-end-agreements", schedule: "* * * * *" }
