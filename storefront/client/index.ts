/**
 * `medusa-plugin-negotiation/client`: the store's negotiation routes for storefronts of every kind. Nothing but types of the
 * contract, so no schema library travels to the browser.
 */
export { NegotiationClient } from "./client"
export {
  isNegotiationError,
  NegotiationError,
  type ClientErrorCode,
  type DetailsOf,
  type MedusaErrorCode,
  type NegotiationErrorCode,
  type NegotiationErrorDetails,
  type NegotiationErrorOf,
} from "./errors"
export { newIdempotencyKey } from "./idempotency-key"
export type { CommandOptions, NegotiationClientConfig, RequestOptions, RetryConfig, TokenSource } from "./config"
export type {
  AgreementListAnswer,
  AppliedAgreementAnswer,
  NegotiationAnswer,
  NegotiationFileAnswer,
  NegotiationListAnswer,
  Page,
  PriceLaddersAnswer,
} from "./answers"
export type { AgreementListInput } from "./resources/agreements"
export type { NegotiationListInput } from "./resources/negotiations"
export type { PriceLaddersInput } from "./resources/price-ladders"
export type { WatchOptions, WatchState } from "./live/watch"
export type { Query, TransportRequest } from "./transport"
export type {
  AcceptBody,
  AskPersonBody,
  BehaviourAnswer,
  BehaviourEventBody,
  BuyerAction,
  CompetingOffer,
  CounterBody,
  ErrorCode,
  MessageBody,
  NegotiationStatus,
  OptionKind,
  PaymentTermsAnswer,
  PriceLadder,
  PriceRequest,
  RefuseBody,
  RequestContext,
  StoreAgreement,
  StoreConcession,
  StoreFile,
  StoreNegotiation,
  StoreOffer,
  StoreOption,
  StoreSubstitute,
  WithdrawBody,
} from "../../src/contract"
