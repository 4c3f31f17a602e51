import type { LineFacts, MenuOption } from "../types"
import type { FloorBasis } from "../price"
import type { VolumeOffer } from "../volume"
import { undominated } from "./dominance"
import { contributionOf, toMenuOption, valueOf, type Proposal, type ProposedLine } from "./option"

/** Most options of a menu (ENGINE.md, Menu). */
const MENU_SIZE = 3

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

function proposedLine(item: MenuLine, quantity: number, unitPrice: number): ProposedLine {
  const { line, basis } = item
  return { line, cost: basis?.cost ?? null, costKnown: basis?.known ?? false, quantity, unitPrice }
}

function counterOf(items: readonly MenuLine[]): Proposal {
  return { kind: "counter", existing: false, lines: items.map((item) => proposedLine(item, item.quantity, item.price)) }
}

/** The `place`-th trade of every line; a line with fewer gives its last one, a line with none its price. */
function volumeOf(items: readonly MenuLine[], place: number): Proposal | null {
  if (!items.some((item) => item.volumes[place] !== undefined)) return null
  const offers = items.map((item) => item.volumes[place] ?? item.volumes[item.volumes.length - 1])
  const lines = items.map((item, index) => {
    const offer = offers[index]
    return proposedLine(item, offer?.quantity ?? item.quantity, offer?.unitPrice ?? item.price)
  })
  return { kind: "volume", existing: offers.some((offer) => offer?.existing === true), lines }
}

/** True where an option leaves the seller at least what the counter does, or grants nothing new. */
function keepsContribution(proposal: Proposal, counter: Proposal): boolean {
  const floor = contributionOf(counter)
  const contribution = contributionOf(proposal)
  return proposal.existing || floor === null || contribution === null || contribution >= floor
}

/**
 * The menu of a case: at most three options, trades first, the free concession last (ENGINE.md, Menu). A volume option
 * is every line's trade, or else its counter; the counter option is there where any line has one. An option whose
 * value passes the automatic limit is left out.
 * @param limit largest value of an option in units, or null for none
 */
export function composeMenu(items: readonly MenuLine[], limit: number | null): MenuOption[] {
  const counter = counterOf(items)
  const trades = [0, 1].map((place) => volumeOf(items, place)).filter((proposal) => proposal !== null)
  const allowed = trades.filter((proposal) => {
    const value = valueOf(proposal)
    return value !== null && (limit === null || value <= limit) && keepsContribution(proposal, counter)
  })
  const conceded = items.some((item) => item.price < item.reference)
  return undominated(conceded ? [...allowed, counter] : allowed)
    .slice(0, MENU_SIZE)
    .map(toMenuOption)
    .filter((option) => option !== null)
}
