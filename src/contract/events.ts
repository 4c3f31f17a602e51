/** Names of the events the plugin emits on Medusa's event bus. Payload: {@link NegotiationEventPayload} or {@link AgreementEventPayload}. */
export const NEGOTIATION_EVENTS = {
  requested: "negotiation.requested",
  countered: "negotiation.countered",
  escalated: "negotiation.escalated",
  approved: "negotiation.approved",
  agreed: "negotiation.agreed",
  declined: "negotiation.declined",
  refused: "negotiation.refused",
  withdrawn: "negotiation.withdrawn",
  expired: "negotiation.expired",
  revoked: "negotiation.revoked",
  ordered: "negotiation.ordered",
  offer_expiring: "negotiation.offer_expiring",
} as const

/** Names of the events about agreements. */
export const AGREEMENT_EVENTS = {
  created: "agreement.created",
  used_up: "agreement.used_up",
  expired: "agreement.expired",
  revoked: "agreement.revoked",
  superseded: "agreement.superseded",
  revocation_announced: "agreement.revocation_announced",
  commitment_due: "agreement.commitment_due",
  commitment_missed: "agreement.commitment_missed",
  flagged: "agreement.flagged",
} as const

/** Name of an event about a negotiation. */
export type NegotiationEventName = (typeof NEGOTIATION_EVENTS)[keyof typeof NEGOTIATION_EVENTS]

/** What subscribers of a negotiation event receive: ids only, the rest is read where it is needed. */
export interface NegotiationEventPayload {
  /** The negotiation, `neg_…`. */
  id: string
  company_id: string
  customer_id: string
  status: string
  version: number
}

/** What subscribers of an agreement event receive. */
export interface AgreementEventPayload {
  /** The agreement, `nagr_…`. */
  id: string
  negotiation_id: string
  company_id: string
  status: string
}
