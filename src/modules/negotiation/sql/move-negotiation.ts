import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { AgreementStatus, NegotiationStatus } from "../../../contract"
import { NEGOTIATION_MACHINE, transition, type NegotiationMachineEvent } from "../../../lifecycle"
import type { AgreementChange } from "../agreement-types"
import type { EventFrame } from "../operations/record-events"
import { updateRow, type Row } from "./rows"

/** An agreement's row as far as changes of its status care. */
export interface AgreementRow {
  readonly id: string
  readonly negotiation_id: string
  readonly company_id: string
  readonly customer_id: string
  readonly status: AgreementStatus
  readonly version: number
}

/** The negotiation an agreement came from. */
export interface NegotiationRow {
  readonly id: string
  readonly status: NegotiationStatus
  readonly version: number
  readonly round: number
}

/** The frame of an entry about an agreement; statuses are the negotiation's, null where it did not move. */
export function frameOf(agreement: AgreementRow, row: NegotiationRow | undefined, moved: AgreementChange["negotiation"]): EventFrame {
  return {
    negotiation_id: agreement.negotiation_id,
    company_id: agreement.company_id,
    agreement_id: agreement.id,
    status_before: moved ? (row?.status ?? null) : null,
    status_after: moved?.status ?? null,
    round: row?.round ?? 0,
  }
}

/** Moves the negotiation where the machine knows a way; returns it as it is then, null where it stayed. */
export async function moveNegotiation(
  manager: SqlEntityManager,
  row: NegotiationRow | undefined,
  event: NegotiationMachineEvent | null,
  patch: Row
): Promise<AgreementChange["negotiation"]> {
  if (!row || event === null) return null
  const next = transition(NEGOTIATION_MACHINE, row.status, event)
  if (!next.ok) return null
  await updateRow(manager, "negotiation", { id: row.id }, { status: next.status, version: row.version + 1, ...patch })
  return { status: next.status, version: row.version + 1 }
}

/** What became of an agreement, as others are told. */
export function toChange(agreement: AgreementRow, status: AgreementStatus, negotiation: AgreementChange["negotiation"]): AgreementChange {
  const { id, negotiation_id, company_id, customer_id } = agreement
  return { agreement_id: id, negotiation_id, company_id, customer_id, status, negotiation }
}
