import type { CaseFacts, EngineOptionKind, LineFacts, MenuOption, StandingOption } from "../types"
import { costGap } from "../price/floor"
import type { CompiledPolicy } from "../policy/compiled"
import { knownLever } from "../levers/known"
import { isValidSubstitute } from "../routing/valid-levers"
import { lineFinder } from "./line-for"
import { propose, toMenu, withConcession, type Proposal, type ProposedLine } from "./option"

/** Kinds this engine composes. */
const KINDS: readonly EngineOptionKind[] = ["counter", "volume", "freight", "payment_term", "substitute"]

type Wanted = StandingOption["lines"][number]

/** The line a substitute stands in for, and what it costs the seller; null where it is no longer known. */
function substituteLine(policy: CompiledPolicy, facts: CaseFacts, wanted: Wanted): ProposedLine | null {
  const line = facts.lines.find((each) => each.line_id === wanted.line_id)
  const found = line?.substitutes?.find((each) => isValidSubstitute(each) && each.variant_id === wanted.variant_id)
  if (line === undefined || found === undefined) return null
  return proposed(policy, { ...line, unit_cost: found.unit_cost, cost_age_days: found.cost_age_days }, line, wanted)
}

function proposed(policy: CompiledPolicy, costed: LineFacts, line: LineFacts, wanted: Wanted): ProposedLine {
  const known = costGap(policy, costed) === null
  return {
    line, variantId: wanted.variant_id, cost: known ? costed.unit_cost : null, costKnown: known,
    quantity: wanted.quantity, unitPrice: wanted.unit_price,
  }
}

function linesOf(policy: CompiledPolicy, facts: CaseFacts, find: ReturnType<typeof lineFinder>, option: StandingOption): ProposedLine[] | null {
  const lines: ProposedLine[] = []
  for (const wanted of option.lines) {
    const line = find(wanted)
    const found = option.kind === "substitute" ? substituteLine(policy, facts, wanted) : line === undefined ? null : proposed(policy, line, line, wanted)
    if (found === null) return null
    lines.push(found)
  }
  return lines
}

/** A standing option with what it concedes beside its prices; null where its kind says it concedes something and it doesn't tell what. */
function withStanding(policy: CompiledPolicy, facts: CaseFacts, option: StandingOption, proposal: Proposal): Proposal | null {
  const concession = option.concession ?? null
  if (concession === null) return option.kind === "freight" || option.kind === "payment_term" ? null : proposal
  const id = concession.kind === "freight" ? concession.shipping_option_id : concession.payment_term
  const lever = policy.levers === null || id === null ? null : knownLever(policy.levers, facts, concession.kind, id)
  const taken = withConcession(proposal, { kind: concession.kind, id: id ?? "", cut: concession.percent, lever })
  return { ...taken, kind: proposal.kind }
}

/**
 * The options that stand, as a menu, concessions included. Those of kinds this engine doesn't compose, and those on
 * articles no longer known, are left to the caller, who keeps the offer as it is.
 */
export function restateStanding(policy: CompiledPolicy, facts: CaseFacts, standing: readonly StandingOption[]): MenuOption[] {
  if (standing.length === 0) return []
  const proposals: Proposal[] = []
  const find = lineFinder(facts)
  for (const option of standing) {
    const kind = KINDS.find((each) => each === option.kind)
    const lines = kind === undefined ? null : linesOf(policy, facts, find, option)
    const plain = kind === undefined || lines === null ? null : propose(kind, true, lines)
    const proposal = plain === null ? null : withStanding(policy, facts, option, plain)
    if (proposal !== null) proposals.push(proposal)
  }
  return toMenu(proposals, facts.freight_total ?? null)
}
