import { lineFloor, ownPriceAt, type CaseFacts, type CompiledPolicy, type LineFacts, type OptionLine, type StandingOption, type UnitPrice } from ".."
import { MAX_QUANTITY } from "../money"
import type { Turn } from "./walk"

/** What a person offers: the price as a share of a line's own price, pieces as tenths of its quantity. */
export interface PersonsOffer {
  readonly price: number
  readonly quantity: number
}

function personsLine(policy: CompiledPolicy, facts: CaseFacts, line: LineFacts, { price, quantity: tenths }: PersonsOffer): OptionLine | null {
  const quantity = Math.min(MAX_QUANTITY, Math.max(1, Math.floor((line.quantity * tenths) / 10)))
  const own = ownPriceAt(line.own_prices, quantity)
  const unit_price = Math.floor((line.own_prices[0]?.unit_price ?? 0) * price) as UnitPrice
  const isSold = quantity >= (line.minimum_quantity ?? 1)
  const isOpen = isSold && unit_price < own && unit_price >= (lineFloor(policy, facts, line) ?? 0)
  return isOpen ? { line_id: line.line_id, variant_id: line.variant_id, quantity, unit_price } : null
}

/** What stands once a person has offered prices for every line; null where a store would refuse them: under a floor, no better than today's, or under the smallest quantity. */
export function personsOffer(policy: CompiledPolicy, facts: CaseFacts, offer: PersonsOffer): StandingOption[] | null {
  const lines = facts.lines.map((line) => personsLine(policy, facts, line, offer))
  if (!lines.every((line) => line !== null)) return null
  return [{ option_id: "person", kind: offer.quantity > 10 ? "volume" : "counter", lines, concession: null }]
}

/** The prices that stand on an article whatever else is chosen, and that the buyer doesn't pay anyway. */
export function plainStanding({ facts, state }: Pick<Turn, "facts" | "state">): OptionLine[] {
  return state.standing
    .filter(({ kind, concession }) => kind !== "substitute" && (concession ?? null) === null)
    .flatMap(({ lines }) => lines.filter((line) => line.unit_price < ownPriceAt(facts.lines.find(({ line_id }) => line_id === line.line_id)?.own_prices ?? [], line.quantity)))
}

/** Every price that was promised before a turn at its quantity or more: by the window's memory, or by what stands. */
export function promised(turn: Pick<Turn, "facts" | "state">, line_id: string): readonly { readonly quantity: number; readonly unit_price: number }[] {
  return [...(turn.state.memory[line_id]?.counters ?? []), ...plainStanding(turn).filter((line) => line.line_id === line_id)]
}
