import type { EngineOptionKind, LineFacts, MenuOption, Money, OptionConcession, OverallCost } from "../types"
import { asBasisPoints, asMoney, asUnitPrice, WHOLE } from "../money/brands"
import { mulDivCeil } from "../money/muldiv"
import { cutOf, gainOf, SHARE_PARTS, type Lever } from "../levers/lever"
import { ownPriceAt } from "../price/own-price"

/** One line of an option under construction. Price in units. */
export interface ProposedLine {
  /** The line it answers. */
  readonly line: LineFacts
  /** The article it is about: the line's own, or what stands in for it. */
  readonly variantId: string
  /** The cost contributions are counted with, in units, or null. */
  readonly cost: number | null
  /** True where that cost is the real one and may be reported. */
  readonly costKnown: boolean
  readonly quantity: number
  readonly unitPrice: number
}

/** Something off the goods while a condition holds. */
export interface ProposedCut {
  readonly kind: Lever["kind"]
  readonly id: string
  /** In basis points of the goods. */
  readonly cut: number
  /** What it rests on; null where it is no longer known, for an option that stands. */
  readonly lever: Lever | null
}

/** An option under construction, its sums in units. */
export interface Proposal {
  readonly kind: EngineOptionKind
  /** True where a line of it grants nothing new: the buyer's own tier, a price given before, or the last price paid and honoured. */
  readonly existing: boolean
  readonly lines: readonly ProposedLine[]
  readonly concession: ProposedCut | null
  /** What it costs the buyer, with the concession taken off. */
  readonly total: number
  /** What the same quantities cost the buyer now, `Σ R(q)·q`, of the articles asked for. */
  readonly value: number
  /** `Σ (p − c)·q` and what the concession brings less what it costs; null where that can't be counted. */
  readonly contribution: number | null
  /** True where every cost is the real one, so that the contribution may be reported. */
  readonly costKnown: boolean
}

/** Adds up an option; null where its sums leave the safe integers. */
export function propose(kind: EngineOptionKind, existing: boolean, lines: readonly ProposedLine[]): Proposal | null {
  let total = 0
  let value = 0
  let contribution: number | null = 0
  let costKnown = true
  for (const { line, cost, costKnown: known, quantity, unitPrice } of lines) {
    total += unitPrice * quantity
    value += ownPriceAt(line.own_prices, quantity) * quantity
    contribution = contribution === null || cost === null ? null : contribution + (unitPrice - cost) * quantity
    costKnown &&= known
  }
  if (!Number.isSafeInteger(total) || !Number.isSafeInteger(value)) return null
  return { kind, existing, lines, concession: null, total, value, contribution, costKnown }
}

/** The same option with something off its goods while a condition holds. */
export function withConcession(proposal: Proposal, concession: ProposedCut): Proposal {
  const { lever, kind } = concession
  const taken = cutOf(proposal.total, concession.cut)
  const total = proposal.total - taken
  const contribution = proposal.contribution === null || lever === null ? null : proposal.contribution - taken + gainOf(lever, total)
  return { ...proposal, kind, concession, total, contribution }
}

function concessionOf({ concession }: Proposal): OptionConcession | null {
  if (concession === null) return null
  const { kind, id, cut } = concession
  const percent = asBasisPoints(cut)
  return kind === "freight"
    ? { kind, percent, shipping_option_id: id, payment_term: null }
    : { kind, percent, shipping_option_id: null, payment_term: id }
}

/** What shipping with the way an option is about costs; null where that can't be told. */
function shippingOf({ concession }: Proposal): number | null {
  return concession?.lever?.shipping ?? null
}

/** Shipping in units: of the way to ship the option is about, else as the cart stands. Told for all options of a menu, or for none. */
function freightOf(proposal: Proposal, current: Money | null): Money | null {
  const shipping = current === null || proposal.concession?.kind !== "freight" ? null : shippingOf(proposal)
  return shipping === null ? current : asMoney(shipping)
}

function overallCost(proposal: Proposal, current: Money | null): OverallCost {
  const freight = freightOf(proposal, current)
  const interest = proposal.concession?.lever?.interestShare ?? 0
  const terms = interest === 0 ? 0 : mulDivCeil(proposal.total, interest, SHARE_PARTS)
  return { goods: asMoney(proposal.total), freight, terms: asMoney(terms), total: asMoney(proposal.total + (freight ?? 0) + terms) }
}

/**
 * The options of a menu as the caller gets them. What they cost all in all is there to be compared: shipping is in every total or in
 * none, which it is where no way to ship is chosen yet, or that of an option can't be told.
 * @param current what the buyer pays for shipping as the cart stands, in units, or null
 */
export function toMenu(proposals: readonly Proposal[], current: Money | null): MenuOption[] {
  const told = current !== null && proposals.every((proposal) => proposal.concession?.kind !== "freight" || shippingOf(proposal) !== null)
  return proposals.map((proposal) => toMenuOption(proposal, told ? current : null))
}

function toMenuOption(proposal: Proposal, freight: Money | null): MenuOption {
  const { kind, lines, total, value, contribution, costKnown } = proposal
  const reported = costKnown ? contribution : null
  return {
    kind,
    lines: lines.map(({ line, variantId, quantity, unitPrice }) => ({
      line_id: line.line_id,
      variant_id: variantId,
      quantity,
      unit_price: asUnitPrice(unitPrice),
    })),
    concession: concessionOf(proposal),
    saving_total: asMoney(value - total),
    overall_cost: overallCost(proposal, freight),
    contribution: reported === null ? null : asMoney(reported),
    margin: reported === null || total === 0 ? null : asBasisPoints(Math.floor((reported / total) * WHOLE)),
  }
}
