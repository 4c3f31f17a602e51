import type { MedusaContainer } from "@medusajs/framework/types"
import { NEGOTIATION_MODULE, type NegotiationModuleService } from "../modules/negotiation"
import { endAgreementsWorkflow } from "../workflows/agreement/end-agreements"

const BATCH = 100

/**
 * Ends agreements whose time has passed. Several workers may run this at once: each agreement is locked, ended and told
 * once. Carts don't wait for it: an agreement past its time is refused at completion whether this ran or not.
 */
export default async function endAgreements(container: MedusaContainer): Promise<void> {
  const service = container.resolve<NegotiationModuleService>(NEGOTIATION_MODULE)
  let ended = BATCH
  // A short batch was the last one; an empty one means that another worker is at it.
  while (ended === BATCH) {
    const ids = await service.lapsedAgreements(BATCH)
    const { result } = await endAgreementsWorkflow(container).run({
      input: { ids, status: "expired", reason: "agreement_lapsed", actor: { type: "system", id: null } },
    })
    ended = result.length
  }
}

export const config = { name: "negotiation-end-agreements", schedule: "* * * * *" }
