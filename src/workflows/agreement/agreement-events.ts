import { AGREEMENT_EVENTS, NEGOTIATION_EVENTS, type AgreementEventPayload, type NegotiationEventPayload } from "../../contract"
import type { AgreementChange } from "../../modules/negotiation/agreement-types"

/** Payloads by event name, for `emitEventStep`. */
export interface ChangeEvents {
  readonly agreement: { readonly name: string; readonly payloads: AgreementEventPayload[] }[]
  readonly negotiation: { readonly name: string; readonly payloads: NegotiationEventPayload[] }[]
}

const ENDED = ["used_up", "expired", "revoked", "superseded"] as const
const MOVED = ["expired", "revoked", "ordered"] as const

/** The events that tell what became of agreements and the negotiations they came from. */
export function eventsOf(changes: readonly AgreementChange[]): ChangeEvents {
  return {
    agreement: ENDED.map((status) => ({
      name: AGREEMENT_EVENTS[status],
      payloads: changes
        .filter((change) => change.status === status)
        .map(({ agreement_id, negotiation_id, company_id }) => ({ id: agreement_id, negotiation_id, company_id, status })),
    })),
    negotiation: MOVED.map((status) => ({
      name: NEGOTIATION_EVENTS[status],
      payloads: changes.flatMap(({ negotiation_id: id, company_id, customer_id, negotiation }) =>
        negotiation?.status === status ? [{ id, company_id, customer_id, status, version: negotiation.version }] : []
      ),
    })),
  }
}
