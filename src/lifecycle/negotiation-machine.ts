import type { NegotiationStatus } from "../contract"
import type { Actor, Machine, TransitionRow } from "./machine"

/**
 * Everything that can happen to a negotiation and move it.
 *
 * Buyer: `request` opens a case; `accept` takes an option; `counter` makes a new ask; `ask_person`, `refuse`, `withdraw`.
 * Seller: `start`, `send` and `discard` a draft; `approve`, `counter_offer`, `decline`, `ask_facts` decide a case in
 * review; `improve` and `take_back` an offer that stands; `start_afresh` clears a company's open cases.
 * System: `lapse_offer` an offer's time is up; `lapse_case` the case's; `breach_sla` a rep's; `basis_changed` cost, list or
 * variant changed; `basis_gone` variant, customer or region is gone; `bought_otherwise` the buyer ordered without it;
 * `apply_failed` an agreed price did not reach the cart; `order` the first order under it; `lapse_agreement` and
 * `revoke_agreement` its agreement ended; `supersede` a newer request, or a newer agreement, takes its place;
 * `forget` a draft nobody sent.
 */
export type NegotiationMachineEvent =
  | "request" | "accept" | "counter" | "ask_person" | "refuse" | "withdraw"
  | "approve" | "counter_offer" | "decline" | "ask_facts" | "take_back" | "improve" | "start" | "send" | "discard" | "start_afresh"
  | "lapse_offer" | "lapse_case" | "breach_sla" | "basis_changed" | "basis_gone" | "bought_otherwise" | "apply_failed"
  | "order" | "lapse_agreement" | "revoke_agreement" | "supersede" | "forget"

type Row = TransitionRow<NegotiationStatus, NegotiationMachineEvent>

/** The same event in every open status. */
function inAnyOpen(event: NegotiationMachineEvent, to: Row["to"], by: Actor): Row[] {
  return (["draft", "in_review", "awaiting_buyer"] as const).map((from) => ({ from, event, to, by }))
}

/**
 * The life of a negotiation (docs/adr/0003). An ended case is never reopened: asking again makes a new one.
 * `apply_failed` starts where the acceptance did: what was recorded of a price that does not reach the cart is taken back
 * first, so no case is ever agreed and then not.
 */
export const NEGOTIATION_MACHINE: Machine<NegotiationStatus, NegotiationMachineEvent> = {
  statuses: {
    draft: { phase: "open", turn: "seller" },
    in_review: { phase: "open", turn: "seller" },
    awaiting_buyer: { phase: "open", turn: "buyer" },
    agreed: { phase: "in_force", turn: null },
    ordered: { phase: "ended", turn: null },
    declined: { phase: "ended", turn: null },
    withdrawn: { phase: "ended", turn: null },
    expired: { phase: "ended", turn: null },
    revoked: { phase: "ended", turn: null },
  },
  rows: [
    { from: null, event: "request", to: ["agreed", "awaiting_buyer", "in_review", "declined"], by: "buyer" },
    { from: null, event: "start", to: ["draft"], by: "seller" },

    { from: "draft", event: "send", to: ["awaiting_buyer", "in_review"], by: "seller" },
    { from: "draft", event: "discard", to: ["withdrawn"], by: "seller" },
    { from: "draft", event: "forget", to: ["expired"], by: "system" },

    { from: "awaiting_buyer", event: "accept", to: ["agreed"], by: "buyer" },
    { from: "awaiting_buyer", event: "counter", to: ["agreed", "awaiting_buyer", "in_review", "declined"], by: "buyer" },
    { from: "awaiting_buyer", event: "ask_person", to: ["in_review"], by: "buyer" },
    { from: "awaiting_buyer", event: "refuse", to: ["in_review", "declined"], by: "buyer" },
    { from: "awaiting_buyer", event: "lapse_offer", to: ["in_review", "expired"], by: "system" },
    { from: "awaiting_buyer", event: "lapse_case", to: ["expired"], by: "system" },
    { from: "awaiting_buyer", event: "improve", to: ["awaiting_buyer"], by: "seller" },
    { from: "awaiting_buyer", event: "take_back", to: ["in_review"], by: "seller" },
    { from: "awaiting_buyer", event: "apply_failed", to: ["in_review"], by: "system" },

    { from: "in_review", event: "approve", to: ["agreed", "in_review"], by: "seller" },
    { from: "in_review", event: "counter_offer", to: ["awaiting_buyer", "in_review"], by: "seller" },
    { from: "in_review", event: "decline", to: ["declined"], by: "seller" },
    { from: "in_review", event: "ask_facts", to: ["awaiting_buyer"], by: "seller" },
    { from: "in_review", event: "accept", to: ["agreed"], by: "buyer" },
    { from: "in_review", event: "lapse_offer", to: ["in_review"], by: "system" },
    { from: "in_review", event: "lapse_case", to: ["expired"], by: "system" },
    { from: "in_review", event: "breach_sla", to: ["in_review"], by: "system" },
    { from: "in_review", event: "basis_changed", to: ["in_review"], by: "system" },
    { from: "in_review", event: "apply_failed", to: ["in_review"], by: "system" },

    ...inAnyOpen("withdraw", ["withdrawn"], "buyer"),
    ...inAnyOpen("supersede", ["withdrawn"], "system"),
    ...inAnyOpen("start_afresh", ["withdrawn"], "seller"),
    ...inAnyOpen("basis_gone", ["expired"], "system"),
    ...inAnyOpen("bought_otherwise", ["expired"], "system"),

    { from: "agreed", event: "order", to: ["ordered"], by: "system" },
    { from: "agreed", event: "lapse_agreement", to: ["expired"], by: "system" },
    { from: "agreed", event: "revoke_agreement", to: ["revoked"], by: "system" },
    { from: "agreed", event: "supersede", to: ["revoked"], by: "system" },
  ],
}
