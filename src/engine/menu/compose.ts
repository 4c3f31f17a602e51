import { noteText, type Trace } from "../explain/trace"
import type { MenuOption } from "../types"
import type { CompiledPolicy } from "../policy/compiled"
import { undominated } from "./dominance"
import { propose, toMenu, type Proposal } from "./option"
import { leverTrades, mayGrow, proposedLine, substituteTrade, volumeTrade, type MenuLine, type MenuView } from "./trades"

/** Most options of a menu (ENGINE.md, Menu). */
const OPTIONS = 3
/** Places of a line's volume trades after its first. */
const FURTHER = [1, 2] as const

function counterOf(items: readonly MenuLine[]): Proposal | null {
  return propose("counter", false, items.map((item) => proposedLine(item, item.ask.quantity, item.price)))
}

/** True where an option leaves the seller at least what the counter does, or grants nothing new. */
function keepsContribution(proposal: Proposal, counter: Proposal): boolean {
  if (proposal.existing || proposal.contribution === null || counter.contribution === null) return true
  return proposal.contribution >= counter.contribution
}

/** The `place`-th volume trade where it may be offered, else null. */
function volumeAt(view: MenuView, items: readonly MenuLine[], counter: Proposal, place: number): Proposal | null {
  const trade = volumeTrade(view, items, place)
  return trade !== null && keepsContribution(trade, counter) ? trade : null
}

/**
 * How many trades a menu takes. A place is kept for the free concession, unless the policy gives none whatever is asked:
 * were it given away where this ask brings none, a higher ask's menu would lack the trade in it (ENGINE.md, invariant 5).
 */
function tradesOf({ talkLimit, lastPaid }: CompiledPolicy, hasCounter: boolean): number {
  return talkLimit === 0 && lastPaid !== "honour" && !hasCounter ? OPTIONS : OPTIONS - 1
}

/** True where every line may be bought in the quantity asked for. */
function isSold(items: readonly MenuLine[]): boolean {
  return items.every(({ line, ask }) => ask.quantity >= (line.minimum_quantity ?? 1))
}

/**
 * The trades of a menu, best first: the volume trade that answers the ask, then the levers with the largest cut first, then
 * a substitute, then further volume trades. The first place is volume's wherever more pieces may be offered at all, even
 * where this ask brings no such trade: what fills a place never depends on the ask but for substitutes, which a higher ask
 * only adds to, and for the buyer's own tiers, which are to be had anyway.
 */
function tradesFor(view: MenuView, items: readonly MenuLine[], counter: Proposal, places: number, trace: Trace | null): Proposal[] {
  const first = volumeAt(view, items, counter, 0)
  const others: Proposal[] = []
  if (view.policy.levers !== null && isSold(items)) {
    others.push(...leverTrades(view, counter, items, trace))
    const substitute = substituteTrade(view, items, trace)
    if (substitute !== null) others.push(substitute)
  }
  for (const place of FURTHER) {
    const more = volumeAt(view, items, counter, place)
    if (more !== null) others.push(more)
  }
  if (others.length === 0) return first === null ? others : [first]
  const left = places - (first !== null || mayGrow(view, items) ? 1 : 0)
  if (trace !== null) for (const { kind } of others.slice(left)) noteText(trace, "lever_left_out", `${kind}: menu_full`)
  return first === null ? others.slice(0, left) : [first, ...others.slice(0, left)]
}

/**
 * The menu of a case: at most three options, trades first, the free concession last (ENGINE.md, Menu). A volume option
 * is every line's trade, or else its counter; levers take something off the counter; the counter option is there where any
 * line has one. Nothing but more pieces is offered on quantities under the smallest that is sold. An option whose value
 * passes the automatic limit is left out.
 * @param trace where the terms of levers are noted, or null
 */
export function composeMenu(view: MenuView, items: readonly MenuLine[], trace: Trace | null): MenuOption[] {
  const counter = counterOf(items)
  if (counter === null) return []
  const sold = isSold(items)
  const free = sold && items.some((item) => item.price < item.reference)
  const proposals = tradesFor(view, items, counter, sold ? tradesOf(view.policy, free) : OPTIONS, trace)
  if (free) proposals.push(counter)
  return toMenu(undominated(proposals), view.facts.freight_total ?? null)
}
