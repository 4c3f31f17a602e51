import { MedusaService } from "@medusajs/framework/utils"
import {
  Agreement,
  AgreementLine,
  AgreementUse,
  Company,
  Cost,
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

/** The generated list, retrieve, create, update and delete methods of every model, and the plugin's options. */
export class NegotiationServiceBase extends MedusaService({
  Negotiation,
  NegotiationLine,
  Offer,
  OfferOption,
  Agreement,
  AgreementLine,
  AgreementUse,
  Policy,
  PolicyVersion,
  NegotiationEvent,
  Message,
  Cost,
  Company,
  Memory,
  IdempotencyKey,
  RequestCount,
}) {
  /** The plugin's options. */
  readonly options: NegotiationPluginOptions

  constructor(container: object, rawOptions?: unknown) {
    super(container, rawOptions)
    this.options = readOptions(rawOptions)
  }
}
