import { z } from "zod"

/** Statuses of a negotiation, in the order of its life. The last five end it. */
export const NEGOTIATION_STATUSES = [
  "draft",
  "in_review",
  "awaiting_buyer",
  "agreed",
  "ordered",
  "declined",
  "withdrawn",
  "expired",
  "revoked",
] as const

/** One of {@link NEGOTIATION_STATUSES}. */
export const negotiationStatusSchema = z.enum(NEGOTIATION_STATUSES)
/** Where a negotiation stands. */
export type NegotiationStatus = z.infer<typeof negotiationStatusSchema>

/** Statuses in which a negotiation is open: somebody still has to answer. */
export const OPEN_STATUSES = ["draft", "in_review", "awaiting_buyer"] as const satisfies readonly NegotiationStatus[]

/** Statuses of an agreement; only `active` gives its price. */
export const AGREEMENT_STATUSES = ["active", "used_up", "expired", "revoked", "superseded"] as const
/** One of {@link AGREEMENT_STATUSES}. */
export const agreementStatusSchema = z.enum(AGREEMENT_STATUSES)
/** Where an agreement stands. */
export type AgreementStatus = z.infer<typeof agreementStatusSchema>

/** Statuses of a policy; only an active one answers. */
export const POLICY_STATUSES = ["active", "archived"] as const
/** Where a policy stands. */
export type PolicyStatus = (typeof POLICY_STATUSES)[number]

/** Whose move it is; `null` once a case has ended or is agreed. */
export const turnSchema = z.enum(["buyer", "seller"]).nullable()
/** Whose move it is. */
export type Turn = z.infer<typeof turnSchema>

/** What a buyer may do with a case as it stands. */
export const BUYER_ACTIONS = ["accept", "counter", "refuse", "ask_person", "withdraw", "message"] as const
/** One of {@link BUYER_ACTIONS}. */
export const buyerActionSchema = z.enum(BUYER_ACTIONS)
/** Something a buyer may do with a case as it stands. */
export type BuyerAction = z.infer<typeof buyerActionSchema>

/** Kinds of option on an offer. `as_asked` is the buyer's own ask, approved. */
export const OPTION_KINDS = ["counter", "volume", "freight", "payment_term", "substitute", "as_asked"] as const
/** One of {@link OPTION_KINDS}. */
export const optionKindSchema = z.enum(OPTION_KINDS)
/** What an option of an offer gives and takes. */
export type OptionKind = z.infer<typeof optionKindSchema>

/** Life of an offer: append-only, only its status moves. */
export const OFFER_STATUSES = ["standing", "superseded", "accepted", "refused", "lapsed", "taken_back"] as const
/** Where an offer stands. */
export type OfferStatus = (typeof OFFER_STATUSES)[number]

/** Who speaks first with this kind of buyer: the buyer, the published ladder, or the seller. */
export const initiationSchema = z.enum(["buyer", "threshold", "seller"])
/** Who speaks first with this kind of buyer. */
export type Initiation = z.infer<typeof initiationSchema>
