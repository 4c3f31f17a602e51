import type { MedusaContainer } from "@medusajs/framework/types"
import { NEGOTIATION_MODULE, type NegotiationModuleService } from "../../modules/negotiation"
import { endAgreementsWorkflow } from "./end-agreements"
import { projectAgreement } from "./steps/project-agreement"

const BATCH = 100

async function endLapsed(container: MedusaContainer, service: NegotiationModuleService): Promise<void> {
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

async function endRevoked(container: MedusaContainer, service: NegotiationModuleService): Promise<void> {
  for (const { id, reason, actor_id, note } of await service.dueRevocations(BATCH)) {
    await endAgreementsWorkflow(container).run({
      input: { ids: [id], status: "revoked", reason, actor: { type: "seller", id: actor_id }, note },
    })
  }
}

/**
 * Ends what has run out: agreements past their time, announced revocations that are due, and single prices that end before
 * their agreement. Running it twice at once does each once.
 */
export async function endDueAgreements(container: MedusaContainer): Promise<void> {
  const service = container.resolve<NegotiationModuleService>(NEGOTIATION_MODULE)
  // An announced revocation comes first: who was told "until then" is told that, whatever ended a moment later.
  await endRevoked(container, service)
  await endLapsed(container, service)
  for (const agreement_id of await service.lapsedLines(BATCH)) await projectAgreement(container, agreement_id)
}
