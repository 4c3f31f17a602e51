import type { BuyerAction, NegotiationStatus, Turn } from "../contract"
import { NEGOTIATION_MACHINE } from "./negotiation-machine"

/** Whose move it is in a status; null once a case is agreed or has ended. */
export function turnOf(status: NegotiationStatus): Turn {
  return NEGOTIATION_MACHINE.statuses[status].turn
}

/** True while somebody still has to answer. */
export function isOpen(status: NegotiationStatus): boolean {
  return NEGOTIATION_MACHINE.statuses[status].phase === "open"
}

/** True once nothing can happen to a case any more. An agreed case has not ended: it can still be ordered or lapse. */
export function isEnded(status: NegotiationStatus): boolean {
  return NEGOTIATION_MACHINE.statuses[status].phase === "ended"
}

/** What a buyer's choices depend on. */
export interface ActionFacts {
  readonly status: NegotiationStatus
  /** True while an offer stands. Without one, `awaiting_buyer` means that a rep asked for facts. */
  readonly hasStandingOffer: boolean
  /** Rounds the company has left for these lines. */
  readonly roundsLeft: number
}

/**
 * What the buyer may do with a case, in the contract's order. Accepting what stands, withdrawing and writing need no turn;
 * everything else does. A draft is the seller's own and offers nothing.
 */
export function allowedActions({ status, hasStandingOffer, roundsLeft }: ActionFacts): BuyerAction[] {
  if (status === "draft") return []
  const actions: BuyerAction[] = []
  const buyersTurn = turnOf(status) === "buyer"
  if (hasStandingOffer && isOpen(status)) actions.push("accept")
  if (buyersTurn && roundsLeft > 0) actions.push("counter")
  if (buyersTurn && hasStandingOffer) actions.push("refuse")
  if (buyersTurn) actions.push("ask_person")
  if (isOpen(status)) actions.push("withdraw")
  if (!isEnded(status)) actions.push("message")
  return actions
}
