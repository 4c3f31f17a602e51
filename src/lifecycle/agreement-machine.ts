import type { AgreementStatus } from "../contract"
import type { Machine } from "./machine"

/**
 * Everything that can happen to an agreement: it is made (`create`), ordered under, runs out, is taken back by the
 * merchant, or gives way to a newer one for the same thing.
 */
export type AgreementMachineEvent = "create" | "order" | "lapse_agreement" | "revoke_agreement" | "supersede" | "give_back"

/**
 * The life of an agreement, apart from the negotiation and the cart it came from. Only `active` gives its price; an order
 * leaves it active until nothing remains to be bought under it, and one that is cancelled or returned brings a used up
 * agreement back (`give_back`): used up is settled, not over.
 */
export const AGREEMENT_MACHINE: Machine<AgreementStatus, AgreementMachineEvent> = {
  statuses: {
    active: { phase: "in_force", turn: null },
    used_up: { phase: "in_force", turn: null },
    expired: { phase: "ended", turn: null },
    revoked: { phase: "ended", turn: null },
    superseded: { phase: "ended", turn: null },
  },
  rows: [
    { from: null, event: "create", to: ["active"], by: "system" },
    { from: "active", event: "order", to: ["active", "used_up"], by: "system" },
    { from: "active", event: "lapse_agreement", to: ["expired"], by: "system" },
    { from: "active", event: "revoke_agreement", to: ["revoked"], by: "seller" },
    { from: "active", event: "supersede", to: ["superseded"], by: "system" },
    { from: "used_up", event: "give_back", to: ["active"], by: "system" },
  ],
}
