import type { StoreNegotiation, StoreOffer, StoreOption } from "../../client"
import { DEMANDS, type AssistantState, type Demand, type Matter } from "./assistant-state"
import { averagePrice, extraPieces } from "./option-sums"

/** What the assistant says next: one thing at a time. */
export type AssistantStep =
  | { readonly kind: "question" }
  /** Whether the buyer could do what the option that comes first asks for. */
  | { readonly kind: "demand"; readonly demand: Demand; readonly option: StoreOption }
  | { readonly kind: "proposal"; readonly option: StoreOption; readonly serves: boolean; readonly more: boolean }
  | { readonly kind: "nothing_serves" }
  | { readonly kind: "nothing_left" }

type Case = Pick<StoreNegotiation, "lines">

/** What caring most about something says already of what an option may ask for. */
const IMPLIED: Readonly<Record<Matter, AssistantState["can"]>> = {
  price: {},
  volume: { volume: false },
  speed: { freight: false },
  terms: { terms: false },
  substitute: { substitute: true },
}

const byPrice = (left: StoreOption, right: StoreOption): number => averagePrice(left) - averagePrice(right)

/** What an option asks of the buyer. */
function demandsOf(negotiation: Case, option: StoreOption): Demand[] {
  const asks: Readonly<Record<Demand, boolean>> = {
    volume: extraPieces(negotiation, option) > 0,
    freight: option.kind === "freight" || option.shipping_option_id !== undefined,
    // A term that costs nothing is no earlier payment, and nobody has to be asked whether they may pay later.
    terms: option.payment_term !== undefined && option.overall_cost.terms > 0,
    substitute: option.kind === "substitute",
  }
  return DEMANDS.filter((demand) => asks[demand])
}

/** Whether an option does what the buyer cares about most. */
function serves(negotiation: Case, matter: Matter, option: StoreOption): boolean {
  if (matter === "substitute") return option.kind === "substitute"
  // Most terms are about paying sooner, which is what this buyer does not want.
  if (matter === "terms") return (option.kind === "payment_term" || option.payment_term !== undefined) && option.overall_cost.terms <= 0
  return demandsOf(negotiation, option).every((demand) => IMPLIED[matter][demand] !== false)
}

/** Options in the order they are proposed: those that serve the matter first, the lowest price first among equals. */
function ranked(negotiation: Case, matter: Matter, options: readonly StoreOption[]): StoreOption[] {
  const misses = (option: StoreOption): number => (serves(negotiation, matter, option) ? 0 : 1)
  const extra = (option: StoreOption): number => (matter === "volume" || matter === "speed" ? extraPieces(negotiation, option) : 0)
  return [...options].sort((left, right) => misses(left) - misses(right) || extra(left) - extra(right) || byPrice(left, right))
}

/**
 * What the assistant says next: first what matters most, then, one at a time, whether the buyer could do what the option that
 * comes first asks for; a no rules it out, and what comes next is asked about. Depends on nothing but what is on the table and what
 * the buyer answered: the same answers always lead to the same words. It proposes what the engine offered and makes up no price.
 */
export function nextStep(negotiation: Pick<StoreNegotiation, "lines" | "offer">, { matter, can, passed, closest }: AssistantState): AssistantStep {
  if (matter === null) return { kind: "question" }
  const left = ranked(negotiation, matter, negotiation.offer?.options ?? []).filter((option) => !passed.includes(option.id))
  if (left.length === 0) return { kind: "nothing_left" }
  const could = { ...IMPLIED[matter], ...can }
  const demands = (option: StoreOption): Demand[] => demandsOf(negotiation, option)
  const possible = left.filter((option) => serves(negotiation, matter, option) && demands(option).every((demand) => could[demand] !== false))
  const [first, second] = possible
  if (!first) {
    const [nearest, another] = left
    return closest && nearest ? { kind: "proposal", option: nearest, serves: false, more: another !== undefined } : { kind: "nothing_serves" }
  }
  const open = demands(first).find((demand) => could[demand] === undefined)
  if (open) return { kind: "demand", demand: open, option: first }
  return { kind: "proposal", option: first, serves: true, more: second !== undefined }
}

/** What the buyer said beside what matters most, in the order it was asked: for the person it may be handed to. */
export function answersOf({ can }: AssistantState): readonly `${"can" | "cannot"}_${Demand}`[] {
  return DEMANDS.flatMap((demand) => (can[demand] === undefined ? [] : [`${can[demand] ? "can" : "cannot"}_${demand}` as const]))
}

/** Why an option is in an offer, in the offer's own words; undefined for one that explains itself. These come one for each kind of option, in their order. */
export function reasonFor({ options, explanation }: Pick<StoreOffer, "options" | "explanation">, { kind }: Pick<StoreOption, "kind">): string | undefined {
  const kinds: string[] = [...new Set(options.map((option) => option.kind))].filter((each) => each !== "as_asked")
  return explanation[kinds.indexOf(kind)]
}
