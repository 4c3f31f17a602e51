import type { LineFacts, MenuOption } from "../types"
import type { FloorBasis } from "../price/floor"
import type { VolumeOffer } from "../volume/trade"
import { undominated } from "./dominance"
import { propose, toMenuOption, type Proposal, type ProposedLine } from "./option"

/** Most trades of a menu; with the counter that makes three options (ENGINE.md, Menu). */
const TRADES = 2

/** A line as the menu sees it: its price at the asked quantity and its trades. Prices in units. */
export interface MenuLine {
  readonly line: LineFacts
  readonly basis: FloorBasis | null
  /** `R` at the asked quantity. */
  readonly reference: number
  readonly quantity: number
  /** Accepted price, counter, or `R`. */
  readonly price: number
  readonly volumes: readonly VolumeOffer[]
}

function proposedLine({ line, basis }: MenuLine, quantity: number, unitPrice: number): ProposedLine {
  return { line, cost: basis?.cost ?? null, costKnown: basis?.known ?? false, quantity, unitPrice }
}

function counterOf(items: readonly MenuLine[]): Proposal | null {
  return propose("counter", false, items.map((item) => proposedLine(item, item.quantity, item.price)))
}

/** The `place`-th trade of every line; a line with fewer gives its last one, a line with none its price. */
function tradeOf(items: readonly MenuLine[], place: number): Proposal | null {
  let existing = false
  let any = false
  const lines: ProposedLine[] = []
  for (const item of items) {
    const offer = item.volumes[Math.min(place, item.volumes.length - 1)]
    any ||= item.volumes[place] !== undefined
    existing ||= offer?.existing === true
    lines.push(proposedLine(item, offer?.quantity ?? item.quantity, offer?.unitPrice ?? item.price))
  }
  return any ? propose("volume", existing, lines) : null
}

/** True where an option leaves the seller at least what the counter does, or grants nothing new. */
function keepsContribution(proposal: Proposal, counter: Proposal): boolean {
  if (proposal.existing || proposal.contribution === null || counter.contribution === null) return true
  return proposal.contribution >= counter.contribution
}

/**
 * The menu of a case: at most three options, trades first, the free concession last (ENGINE.md, Menu). A volume option
 * is every line's trade, or else its counter; the counter option is there where any line has one. An option whose
 * value passes the automatic limit is left out.
 * @param limit largest value of an option in units, or null for none
 */
export function composeMenu(items: readonly MenuLine[], limit: number | null): MenuOption[] {
  const counter = counterOf(items)
  if (counter === null) return []
  const proposals: Proposal[] = []
  for (let place = 0; place < TRADES; place++) {
    const trade = tradeOf(items, place)
    if (trade === null || (limit !== null && trade.value > limit)) continue
    if (keepsContribution(trade, counter)) proposals.push(trade)
  }
  if (items.some((item) => item.price < item.reference)) proposals.push(counter)
  return undominated(proposals).map(toMenuOption)
}
