import type { MedusaContainer } from "@medusajs/framework/types"
import { ContractError, type NegotiationStatus } from "../../contract"
import { NEGOTIATION_MACHINE, transition, type NegotiationMachineEvent } from "../../lifecycle"
import type { CaseRecord } from "../../modules/negotiation/case-records"
import { resolveCompany, type NegotiatingCompany } from "../company/resolve-company"
import { negotiationService } from "../negotiation-service"

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

/** A case and the company it is negotiated for. */
export interface OwnCase {
  readonly record: CaseRecord
  readonly company: NegotiatingCompany
}

/**
 * A buyer's own case, to read or to write to. A buyer who has left the company has left its cases too, and drafts are the
 * seller's own.
 * @throws ContractError `not_found` for a missing and for a foreign one alike
 */
export async function readOwnCase(container: MedusaContainer, id: string, customer_id: string): Promise<OwnCase> {
  const [record, company] = await Promise.all([negotiationService(container).readCase(id, customer_id), resolveCompany(container, customer_id)])
  const own = record && record.negotiation.status !== "draft" && record.negotiation.company_id === company.id
  if (!own) throw new ContractError("not_found", "Not found")
  return { record, company }
}

/** {@link readOwnCase} for a command. @throws ContractError `not_found`, `stale_version` */
export async function loadForBuyer(container: MedusaContainer, command: BuyerCommand): Promise<OwnCase> {
  const own = await readOwnCase(container, command.id, command.customer_id)
  requireVersion(own.record, command.version)
  return own
}

/** A case for one of the seller's people. @throws ContractError `not_found`, `stale_version` */
export async function loadForSeller(container: MedusaContainer, id: string, version: number): Promise<CaseRecord> {
  const record = await negotiationService(container).readCase(id)
  if (!record) throw new ContractError("not_found", "Not found")
  requireVersion(record, version)
  return record
}

/**
 * The company a rep's prices are for: the buyer's, as long as it is still the case's.
 * @throws ContractError `not_negotiable` (`details.reason` `buyer_left`) where the buyer has left it
 */
export async function companyOfCase(container: MedusaContainer, record: CaseRecord): Promise<NegotiatingCompany> {
  const company = await resolveCompany(container, record.negotiation.customer_id)
  if (company.id === record.negotiation.company_id) return company
  throw new ContractError("not_negotiable", "The buyer no longer belongs to this company", { reason: "buyer_left" })
}

/** The offer that stands and has not lapsed, or null. */
export function livingOffer(record: CaseRecord, now: Date): CaseRecord["offer"] {
  return record.offer && new Date(record.offer.expires_at) > now ? record.offer : null
}
