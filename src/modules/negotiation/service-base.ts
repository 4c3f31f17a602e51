import { MedusaService } from "@medusajs/framework/utils"
import {
  Agreement,
  AgreementLine,
  AgreementUse,
  Attachment,
  CartState,
  CommitmentOrder,
  Company,
  Concession,
  Cost,
  HeardOrder,
  IdempotencyKey,
  Memory,
  Message,
  Negotiation,
  NegotiationEvent,
  NegotiationLine,
  Offer,
  OfferOption,
  Policy,
  PolicyVersion,
  RequestCount,
} from "./models"
import { readOptions, type NegotiationPluginOptions } from "./options"

/**
 * The generated list, retrieve, create, update and delete methods of every model, and the plugin's options. The keys
 * are the models' own names: `query.graph` finds a method by them.
 */
export class NegotiationServiceBase extends MedusaService({
  Negotiation,
  NegotiationLine,
  NegotiationOffer: Offer,
  NegotiationOption: OfferOption,
  NegotiationAgreement: Agreement,
  NegotiationAgreementLine: AgreementLine,
  NegotiationAgreementUse: AgreementUse,
  NegotiationCommitmentOrder: CommitmentOrder,
  NegotiationHeardOrder: HeardOrder,
  NegotiationConcession: Concession,
  NegotiationCart: CartState,
  NegotiationPolicy: Policy,
  NegotiationPolicyVersion: PolicyVersion,
  NegotiationEvent,
  NegotiationMessage: Message,
  NegotiationAttachment: Attachment,
  NegotiationCost: Cost,
  NegotiationCompany: Company,
  NegotiationMemory: Memory,
  NegotiationIdempotencyKey: IdempotencyKey,
  NegotiationRequestCount: RequestCount,
}) {
  /** The plugin's options. */
  readonly options: NegotiationPluginOptions

  constructor(container: object, rawOptions?: unknown) {
    super(container, rawOptions)
    this.options = readOptions(rawOptions)
  }
}
