import type { PriceLadder, StoreAgreement, StoreNegotiation } from "../../src/contract"

/** A page of a list. */
export interface Page {
  readonly count: number
  readonly offset: number
  readonly limit: number
}

/** Answer of every route about one case. */
export interface NegotiationAnswer {
  readonly negotiation: StoreNegotiation
}

/** Answer of `GET /store/negotiations`. */
export interface NegotiationListAnswer extends Page {
  readonly negotiations: StoreNegotiation[]
}

/** Answer of `GET /store/agreements`. */
export interface AgreementListAnswer extends Page {
  readonly agreements: StoreAgreement[]
}

/** Answer of `POST /store/agreements/:id/apply`. */
export interface AppliedAgreementAnswer {
  readonly agreement: StoreAgreement
  readonly cart_id: string
}

/** Answer of `GET /store/price-ladders`. */
export interface PriceLaddersAnswer {
  readonly ladders: PriceLadder[]
}

/** A file as `POST /store/negotiation-files` keeps it: its id goes into `competing_offer.file_id`. */
export interface NegotiationFile {
  readonly id: string
  readonly name?: string
}

/** Answer of `POST /store/negotiation-files`. */
export interface NegotiationFileAnswer {
  readonly file: NegotiationFile
}

/** Something a buyer did, for tracking: `POST /store/negotiation-events`. */
export interface BehaviourEvent {
  readonly name: string
  readonly negotiation_id?: string | undefined
  readonly value?: string | number | boolean | undefined
}
