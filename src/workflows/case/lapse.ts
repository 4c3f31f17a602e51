import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { isContractError, NEGOTIATION_EVENTS } from "../../contract"
import type { CaseChange } from "../../modules/negotiation/case-types"
import type { DueCase } from "../../modules/negotiation/operations/due-cases"
import { messageOf } from "../message-of"
import { caseWorkflow } from "./case-workflow"
import { inHours } from "./decide/dates"
import { caseTerms } from "./facts/case-terms"
import { negotiationService } from "../negotiation-service"
import { loadForSeller, requireTransition } from "./load-command"
import { frameOf, type PreparedCommand } from "./prepared"
import { runCommand } from "./run-command"

/** Cases handled in one run of the job. */
const BATCH = 200

const SYSTEM = { type: "system", id: null } as const

const prepareLapseStep = createStep("prepare-lapse", async (due: DueCase, { container }) => {
  const now = new Date()
  const { negotiation } = await loadForSeller(container, due.id, due.version)
  const terms = await caseTerms(container, negotiation)
  const frame = { negotiation_id: negotiation.id, expected_version: due.version, close_offer: "lapsed" as const }
  const prepared = { ...frameOf(negotiation), cart_id: null }
  if (negotiation.status === "in_review") {
    const change: CaseChange = { ...frame, patch: {}, events: [{ kind: "offer_lapsed", actor: SYSTEM, reason_code: "offer_lapsed" }] }
    return new StepResponse<PreparedCommand>({ ...prepared, change, events: [] })
  }
  const toPerson = due.what === "offer" && terms.on_lapse === "person"
  const reason = due.what === "offer" ? "offer_lapsed" : "negotiation_lapsed"
  requireTransition(negotiation.status, due.what === "offer" ? "lapse_offer" : "lapse_case", toPerson ? "in_review" : "expired")
  const change: CaseChange = {
    ...frame,
    patch: toPerson
      ? { status: "in_review", reason_code: reason, sla_due_at: inHours(now, negotiation.sla_hours ?? terms.sla_hours), touched_by_person: true }
      : { status: "expired", reason_code: reason, sla_due_at: null, closed_at: now },
    ...(toPerson ? {} : { cool_down_until: inHours(now, terms.cool_down_hours) }),
    events: [
      { kind: "offer_lapsed", actor: SYSTEM, reason_code: reason },
      { kind: toPerson ? "escalated" : "expired", actor: SYSTEM, reason_code: reason },
    ],
  }
  return new StepResponse<PreparedCommand>({
    ...prepared,
    change,
    events: [toPerson ? NEGOTIATION_EVENTS.escalated : NEGOTIATION_EVENTS.expired],
  })
})

const asError = (error: unknown) => (error instanceof Error ? error : new Error(messageOf(error)))

/** A lapsed offer goes to the rep's queue or ends the case, as the policy says. */
export const lapseWorkflow = caseWorkflow<DueCase>("negotiation-lapse", prepareLapseStep)

/**
 * Ends, on time, what has run out. Any number of workers may do it at once: the version decides who moves a case.
 * @returns how many cases were moved
 */
export async function lapseDueCases(container: MedusaContainer): Promise<number> {
  const due = await negotiationService(container).dueCases(BATCH)
  let moved = 0
  for (const each of due) {
    try {
      await runCommand(container, lapseWorkflow, each)
      moved += 1
    } catch (error) {
      // Somebody moved it first; anything else must not keep the other cases waiting.
      if (!isContractError(error)) container.resolve(ContainerRegistrationKeys.LOGGER).error(`Negotiation ${each.id} could not lapse`, asError(error))
    }
  }
  return moved
}
