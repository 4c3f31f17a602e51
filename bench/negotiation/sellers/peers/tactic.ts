import type { SellerItem } from "../../world/line"
import type { Settings } from "../settings"

/** What a strategy answers an ask with, in cents. */
export interface TacticReply {
  /** What it would now sell for, at the quantity asked; list where it concedes nothing. Whole cents, never rising within a talk. */
  readonly price: number
  /** True where it takes the ask as it is. */
  readonly accepts: boolean
}

/** One talk of a strategy. */
export interface Tactic {
  answer(ask: number): TacticReply
}

/** A strategy of the literature: how it talks about one article, with the least it sells for. */
export interface TacticKind {
  readonly name: string
  readonly title: string
  /** Where it is from. */
  readonly source: string
  begin(item: SellerItem, settings: Settings, reservation: number): Tactic
}
