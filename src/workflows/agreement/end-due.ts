import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { NegotiationModuleService } from "../../modules/negotiation"
import type { EndAgreementsInput } from "../../modules/negotiation/agreement-types"
import { messageOf } from "../message-of"
import { endAgreementsWorkflow } from "./end-agreements"
import { projectPrices } from "./project-prices"
import { negotiationService } from "../negotiation-service"

const BATCH = 100

const expired = (ids: readonly string[]): EndAgreementsInput => ({
  ids,
  status: "expired",
  reason: "agreement_lapsed",
  actor: { type: "system", id: null },
})

async function endLapsed(container: MedusaContainer, service: NegotiationModuleService): Promise<void> {
  let ended = BATCH
  // A short batch was the last one; an empty one means that another worker is at it.
  while (ended === BATCH) {
    const ids = await service.lapsedAgreements(BATCH)
    const { result } = await endAgreementsWorkflow(container).run({ input: expired(ids) })
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

/** Prices that end before their agreement. One that can't be taken away is logged and stops no other: the reconciliation comes back to it. */
async function endLapsedLines(container: MedusaContainer, service: NegotiationModuleService): Promise<void> {
  let after: Parameters<NegotiationModuleService["lapsedLines"]>[0] = null
  for (;;) {
    const page = await service.lapsedLines(after, BATCH)
    for (const { company_id, variant_id } of page) {
      try {
        await projectPrices(container, { company_id, variant_ids: [variant_id] })
        await service.forgetLapsedPrices({ company_id, variant_id })
      } catch (error) {
        container.resolve(ContainerRegistrationKeys.LOGGER).error(`Negotiation: a price of ${company_id} for ${variant_id} that has ended could not be taken away: ${messageOf(error)}`)
      }
    }
    after = page.at(-1) ?? null
    if (page.length < BATCH) return
  }
}

/**
 * Ends, of these agreements, what has run out and no job has come to yet, so that a cart priced anew shows the price that
 * holds.
 */
export async function endIfDue(container: MedusaContainer, agreement_ids: readonly string[]): Promise<void> {
  if (agreement_ids.length === 0) return
  const now = new Date()
  const lines = await negotiationService(container).linesOfAgreements(agreement_ids)
  const active = lines.filter((line) => line.status === "active")
  const lapsed = [...new Set(active.filter((line) => line.valid_until <= now).map((line) => line.agreement_id))]
  if (lapsed.length > 0) await endAgreementsWorkflow(container).run({ input: expired(lapsed) })
  for (const { company_id, variant_id, agreement_id, live } of active) {
    if (!live && !lapsed.includes(agreement_id)) await projectPrices(container, { company_id, variant_ids: [variant_id] })
  }
}

/**
 * Ends what has run out: agreements past their time, announced revocations that are due, and single prices that end before
 * their agreement. Running it twice at once does each once.
 */
export async function endDueAgreements(container: MedusaContainer): Promise<void> {
  const service = negotiationService(container)
  // An announced revocation comes first: who was told "until then" is told that, whatever ended a moment later.
  await endRevoked(container, service)
  await endLapsed(container, service)
  await endLapsedLines(container, service)
}
