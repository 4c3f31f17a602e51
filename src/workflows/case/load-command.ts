import type { MedusaContainer } from "@medusajs/framework/types"
import { ContractError, type NegotiationStatus } from "../../contract"
import { NEGOTIATION_MACHINE, transition, type NegotiationMachineEvent } from "../../lifecycle"
import type { CaseRecord } from "../../modules/negotiation/case-records"
import { negotiationService } from "./facts/negotiation-service"

/** What a buyer's command names: the case, whose it must be, and the version it was decided on. */
export interface BuyerCommand {
  readonly id: string
  readonly customer_id: string
  readonly version: number
}

const REFUSALS = {
  already_ended: "This negotiation is closed",
  not_your_turn: "It is the other side's turn",
  not_allowed: "That is not possible as this negotiation stands",
} as const

/**
 * Checks that an event may happen to a case now.
 * @throws ContractError `already_ended`, `not_your_turn` (also for what the lifecycle has no way for)
 */
export function requireTransition(status: NegotiationStatus, event: NegotiationMachineEvent, outcome: NegotiationStatus): void {
  const step = transition(NEGOTIATION_MACHINE, status, event, outcome)
  if (step.ok) return
  throw new ContractError(step.code === "not_allowed" ? "not_your_turn" : step.code, REFUSALS[step.code])
}

/** @throws ContractError `stale_version` with the current version */
export function requireVersion(record: CaseRecord, version: number): void {
  const current = record.negotiation.version
  if (current !== version) {
    throw new ContractError("stale_version", "This negotiation has changed meanwhile", { current_version: current })
  }
}

/** A buyer's own case. @throws ContractError `not_found` for a missing and for a foreign one alike, `stale_version` */
export async function loadForBuyer(container: MedusaContainer, command: BuyerCommand): Promise<CaseRecord> {
  const record = await negotiationService(container).readCase(command.id, command.customer_id)
  if (!record || record.negotiation.status === "draft") throw new ContractError("not_found", "Not found")
  requireVersion(record, command.version)
  return record
}

/** A case for one of the seller's people. @throws ContractError `not_found`, `stale_version` */
export async function loadForSeller(container: MedusaContainer, id: string, version: number): Promise<CaseRecord> {
  const record = await negotiationService(container).readCase(id)
  if (!record) throw new ContractError("not_found", "Not found")
  requireVersion(record, version)
  return record
}

/** The offer that stands and has not lapsed, or null. */
export function livingOffer(record: CaseRecord, now: Date): CaseRecord["offer"] {
  return record.offer && new Date(record.offer.expires_at) > now ? record.offer : null
}
