import type { PriceLadder, StoreAgreement, StoreFile, StoreNegotiation } from "../../src/contract"

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

/** Answer of `POST /store/negotiation-files`: the id goes into `competing_offer.file_id`, or a message's `file_ids`. */
export interface NegotiationFileAnswer {
  readonly file: StoreFile
}
