import type { MedusaContainer } from "@medusajs/framework/types"
import { lapseDueCases } from "../workflows/case"
import { negotiationService } from "../workflows/negotiation-service"

/** Every minute: offers and cases whose time is up move on, and what is kept for a short while is forgotten. */
export default async function lapseNegotiations(container: MedusaContainer): Promise<void> {
  try {
    await lapseDueCases(container)
  } finally {
    await negotiationService(container).forgetShortLived()
  }
}

/** When the job runs. A late or repeated run does no harm: routes check the dates themselves. */
export const config = { name: "negotiation-lapse", schedule: "* * * * *" }
