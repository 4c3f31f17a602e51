import type { NegotiationEventName } from "../../contract"
import type { NegotiationRecord } from "../../modules/negotiation/case-records"
import type { CaseChange } from "../../modules/negotiation/case-types"

/** What a command decided to do: the whole change, whom to tell, and which cart the price goes to. */
export interface PreparedCommand {
  readonly negotiation_id: string
  readonly company_id: string
  readonly customer_id: string
  /** Null where the command changes nothing: the standing answer is the answer. */
  readonly change: CaseChange | null
  readonly events: readonly NegotiationEventName[]
  /** The cart the agreed price is brought into; null where there is none, or the cart is not the command's business. */
  readonly cart_id: string | null
  /**
   * True: the cart is set to exactly the agreed quantities, as the buyer chose them with the option. False: to at least
   * those, for an ask that met a price it did not name the pieces of takes none out of the cart.
   */
  readonly exact: boolean
  /** How the cart will be paid from now on, as the buyer chose it with the option; null or left out: as before. */
  readonly payment_term?: string | null
}

/** What came of a command. */
export interface CommandOutcome {
  readonly negotiation_id: string
  readonly agreement_id: string | null
}

/** True where what was agreed is what was asked, piece for piece. */
export function agreesAsAsked(accepted: readonly { line_id: string; quantity: number }[], lines: readonly { id: string; quantity: number }[]): boolean {
  return accepted.every((each) => lines.find((line) => line.id === each.line_id)?.quantity === each.quantity)
}

/** Whose case a command is about, as its outcome names it. */
export function frameOf(negotiation: NegotiationRecord): Pick<PreparedCommand, "negotiation_id" | "company_id" | "customer_id" | "exact"> {
  return { negotiation_id: negotiation.id, company_id: negotiation.company_id, customer_id: negotiation.customer_id, exact: true }
}
