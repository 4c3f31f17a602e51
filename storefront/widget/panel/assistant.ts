import type { StoreNegotiation, StoreOption } from "../../client"
import type { AssistantState, Matter } from "./assistant-state"
import { averagePrice, extraPieces } from "./option-sums"

/** What the assistant says next: one thing at a time. */
export type AssistantStep =
  | { readonly kind: "question" }
  | { readonly kind: "proposal"; readonly option: StoreOption; readonly serves: boolean; readonly more: boolean }
  | { readonly kind: "nothing_serves" }
  | { readonly kind: "nothing_left" }

type Case = Pick<StoreNegotiation, "lines">

const byPrice = (left: StoreOption, right: StoreOption): number => averagePrice(left) - averagePrice(right)

/** Whether an option does what the buyer cares about most. */
function serves(negotiation: Case, matter: Matter, option: StoreOption): boolean {
  switch (matter) {
    case "price":
      return true
    case "volume":
      return extraPieces(negotiation, option) === 0
    case "speed":
      return option.kind !== "freight" && option.shipping_option_id === undefined
    case "terms":
      // Most terms are about paying sooner, which is what this buyer does not want.
      return (option.kind === "payment_term" || option.payment_term !== undefined) && option.overall_cost.terms <= 0
    case "substitute":
      return option.kind === "substitute"
  }
}

/** Options in the order they are proposed: those that serve the matter first, the lowest price first among equals. */
function ranked(negotiation: Case, matter: Matter, options: readonly StoreOption[]): StoreOption[] {
  const misses = (option: StoreOption): number => (serves(negotiation, matter, option) ? 0 : 1)
  const extra = (option: StoreOption): number => (matter === "volume" || matter === "speed" ? extraPieces(negotiation, option) : 0)
  return [...options].sort((left, right) => misses(left) - misses(right) || extra(left) - extra(right) || byPrice(left, right))
}

/**
 * What the assistant says next. Depends on nothing but what is on the table and what the buyer answered: the same answers always
 * lead to the same words. It proposes what the engine offered and makes up no price of its own.
 */
export function nextStep(negotiation: Pick<StoreNegotiation, "lines" | "offer">, { matter, passed, closest }: AssistantState): AssistantStep {
  if (matter === null) return { kind: "question" }
  const left = ranked(negotiation, matter, negotiation.offer?.options ?? []).filter((option) => !passed.includes(option.id))
  const [first, second] = left
  if (!first) return { kind: "nothing_left" }
  const fits = serves(negotiation, matter, first)
  if (!fits && !closest) return { kind: "nothing_serves" }
  return { kind: "proposal", option: first, serves: fits, more: second !== undefined }
}
