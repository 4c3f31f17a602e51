import type { SellerItem } from "../world/line"
import type { Terms } from "../world/valuation"

/** What a buyer hears. This and the list price is all a buyer ever sees of a seller. */
export interface Reply {
  /** The ask was met: terms the buyer may take now. */
  readonly accepted: Terms | null
  /** What stands and may be taken. */
  readonly offers: readonly Terms[]
  /** Nothing more will come of this talk: a person took over, or the seller said no. What stands may still be taken. */
  readonly final: boolean
  /** A person has to look at it. */
  readonly person: boolean
}

/** One talk about one article. */
export interface Session {
  ask(unitPrice: number, quantity: number): Reply
}

/** A company known to the seller; what it was told stays known to the seller from talk to talk, if the seller remembers. */
export interface Account {
  open(): Session
}

/** A seller of the benchmark. */
export interface Seller {
  readonly name: string
  /** Price on the shelf in cents: what who doesn't haggle pays. */
  shelfPrice(item: SellerItem): number
  /** True where haggling is not on offer: take the shelf price or leave it. */
  readonly fixed: boolean
  /** A company that comes for an article; `number` tells apart accounts of one buyer. */
  account(item: SellerItem, number: number): Account
  /** Faults the seller found in its own answers so far, by name. */
  faults(): Readonly<Record<string, number>>
}

/** What a buyer hears where there is nothing to hear. */
export const SILENCE: Reply = Object.freeze({ accepted: null, offers: Object.freeze([]), final: false, person: false })

/** What a buyer may do. */
export type Move =
  | { readonly do: "ask"; readonly unitPrice: number; readonly quantity: number }
  /** Ends the talk and starts a new one with the same account. */
  | { readonly do: "restart" }
  /** Goes on with a new account. */
  | { readonly do: "new-account" }

/**
 * A buyer as a state machine: it says what it does, hears the reply, and ends with what it takes. It has no way to see
 * anything but replies.
 */
export type Script = Generator<Move, readonly Terms[], Reply>
