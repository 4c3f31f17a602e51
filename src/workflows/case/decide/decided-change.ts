import { fromUnits, type Answer, type CaseDecision, type LineMemory, type MenuOption, type OptionLine } from "../../../engine"
import type { NegotiationStatus, PolicyTerms } from "../../../contract"
import type {
  Actor,
  AgreementDraft,
  CasePatch,
  EventDraft,
  LineDraft,
  MemoryWrite,
  OfferDraft,
  OptionDraft,
  PricedLine,
} from "../../../modules/negotiation/case-types"
import type { GatheredFacts } from "../facts/gather"
import { withCheaperFrom } from "./cheaper-from"
import { agreedLines, agreementFrame } from "../agreed-lines"
import { shownPrice } from "../tax/shown-prices"
import { isTakenBack, livingMemory } from "./case-state"
import { isTaxInclusive } from "./check-ask"
import { inDays, inHours } from "./dates"
import type { DecidedAsk } from "./decide-ask"
import { detailOf, savingOf, termsOf } from "./lever-option"
import { leftToSeller, totalOf } from "./totals"

/** Where each answer of the engine leads. */
const STATUS_OF: Readonly<Record<Exclude<Answer, "limit">, NegotiationStatus>> = {
  accept: "agreed",
  counter: "awaiting_buyer",
  person: "in_review",
  decline: "declined",
  expire: "expired",
}

/** Statuses that close a case. */
const CLOSING: ReadonlySet<NegotiationStatus> = new Set(["agreed", "declined", "withdrawn", "expired"])

/** Answer and reason of a decision; a case that nothing could decide goes to a person. */
export function answerOf(decided: DecidedAsk): { readonly answer: Exclude<Answer, "limit">; readonly reason_code: string } {
  if (!decided.decision) return { answer: "person", reason_code: decided.undecided }
  const { answer, reason_code } = decided.decision
  return { answer: answer === "limit" ? "person" : answer, reason_code }
}

/** Lines of the engine as they are shown and stored. */
function priced(gathered: GatheredFacts, { said }: DecidedAsk, lines: readonly OptionLine[]): PricedLine[] {
  return lines.map((line) => ({
    line_id: line.line_id,
    variant_id: line.variant_id,
    quantity: line.quantity,
    unit_price: shownPrice(gathered, line.variant_id, line.unit_price, said),
  }))
}

/** What the engine says an option leaves the seller; of an ask that became an offer it says nothing. */
function leftBy(gathered: GatheredFacts, option: MenuOption, lines: readonly PricedLine[], asAsked: boolean) {
  if (asAsked) return leftToSeller(gathered, lines)
  return { contribution: option.contribution === null ? null : fromUnits(option.contribution), margin_bps: option.margin }
}

function optionDraft(gathered: GatheredFacts, decided: DecidedAsk, option: MenuOption): OptionDraft {
  const lines = priced(gathered, decided, option.lines)
  const terms = termsOf(gathered, option.concession)
  return {
    kind: decided.as_asked ? "as_asked" : option.kind,
    lines: withCheaperFrom(gathered, lines),
    terms,
    detail: detailOf(gathered, option, lines, terms),
    saving_total: savingOf(gathered, lines, terms),
    ...leftBy(gathered, option, lines, decided.as_asked),
  }
}

/** An offer that stood before. */
export type FormerOffer = Pick<OfferDraft, "origin" | "expires_at" | "agreement_days" | "options">

/**
 * The offer a decision puts on the table, or undefined where it offers nothing. What only says again what stood is that
 * offer word for word, with its origin and its end: asking again renews nothing and loses nothing.
 *
 * @param former what stood in the cases that this one replaces; null or without options where nothing did.
 */
export function offerOf(gathered: GatheredFacts, decided: DecidedAsk, now: Date, former: FormerOffer | null = null): OfferDraft | undefined {
  const { decision, terms } = decided
  const round = roundOf(decision)
  if (decision?.answer === "accept" || decision?.answer === "decline") return undefined
  if (former && former.options.length > 0 && (decision?.standing ?? true)) return { round, ...former }
  if (!decision || decision.menu.length === 0) return undefined
  return {
    round,
    origin: "automatic",
    expires_at: inDays(now, terms.offer_days),
    // What stood is in the new offer, at its price or a better one: neither for fewer days than a person gave it nor for more.
    agreement_days: decided.standing_days ?? terms.agreement_days,
    options: decision.menu.map((option) => optionDraft(gathered, decided, option)),
  }
}

/** The agreement a decision accepts, or undefined. A standing option that the ask met brings what belongs to it. */
export function agreementOf(gathered: GatheredFacts, decided: DecidedAsk, lines: readonly LineDraft[], now: Date): AgreementDraft | undefined {
  const { decision, terms, taken, taken_days } = decided
  if (decision?.answer !== "accept") return undefined
  return {
    offer_id: null,
    option_id: decision.accepted_option_id,
    valid_until: inDays(now, taken_days ?? terms.agreement_days),
    max_orders: taken?.terms?.max_orders ?? null,
    concessions: taken?.terms?.concessions ?? [],
    ...agreementFrame(terms, gathered.input.company, { is_tax_inclusive: isTaxInclusive(gathered) }),
    lines: agreedLines(lines, priced(gathered, decided, decision.accepted), taken?.terms ?? null),
  }
}

/** What the company's memory holds after a decision. */
export function memoryOf(gathered: GatheredFacts, decision: CaseDecision | null, terms: PolicyTerms, now: Date): MemoryWrite[] {
  return (decision?.lines ?? []).flatMap((decided) => {
    const line = gathered.input.lines.find((each) => each.line_id === decided.line_id)
    if (!line) return []
    const kept = gathered.stored.memory.find((each) => each.variant_id === line.variant_id)
    const living = livingMemory(gathered, line.variant_id, now)
    // Taken back is not forgotten: what was given answers nothing for a while, and binds the counters that come after.
    const given = kept && isTakenBack(kept, now) ? { counters: (kept.state as LineMemory).counters } : {}
    return [
      {
        variant_id: line.variant_id,
        version: kept?.version ?? null,
        state: { ...decided.memory, ...given },
        // Kept as it is where only an offer keeps the memory: the window begins anew once that has ended.
        window_ends_at: living ? new Date(living.window_ends_at) : inDays(now, terms.window_days),
        cool_down_until: kept?.cool_down_until ? new Date(kept.cool_down_until) : null,
      },
    ]
  })
}

/** Rounds the company has spent on the lines of a case: the most of any line. */
export function roundOf(decision: CaseDecision | null): number {
  return Math.max(0, ...(decision?.lines ?? []).map((line) => line.memory.rounds))
}

/** The case's columns after a decision. */
export function patchOf(decided: DecidedAsk, lines: readonly LineDraft[], now: Date): CasePatch {
  const { answer, reason_code } = answerOf(decided)
  const status = STATUS_OF[answer]
  return {
    status,
    reason_code,
    round: roundOf(decided.decision),
    rounds_allowed: decided.terms.rounds,
    policy_id: decided.policy?.id ?? null,
    policy_version: decided.policy?.version ?? null,
    value: totalOf(lines.map((line) => ({ unit_price: line.current_unit_price, quantity: line.quantity }))),
    asked_value: totalOf(lines.map((line) => ({ unit_price: line.target_unit_price, quantity: line.quantity }))),
    level: decided.route.level,
    sla_hours: decided.route.sla_hours,
    sla_due_at: status === "in_review" ? inHours(now, decided.route.sla_hours ?? decided.terms.sla_hours) : null,
    ...(status === "in_review" ? { touched_by_person: true } : {}),
    ...(CLOSING.has(status) ? { closed_at: now } : {}),
    decision: { answer, reason_code, rule: answer === "person" ? decided.route.rule : null, trace: decided.decision?.lines.map(({ line_id, flags, trace }) => ({ line_id, flags, terms: trace })) ?? [] },
  }
}

/** Kinds under which an answer stands in the history. */
const EVENT_KIND_OF: Readonly<Record<Exclude<Answer, "limit">, string>> = {
  accept: "agreed",
  counter: "offered",
  person: "escalated",
  decline: "declined",
  expire: "expired",
}

/** The audit entries of an ask and of the answer it got. */
export function eventsOf(
  gathered: GatheredFacts,
  kind: "requested" | "countered",
  actor: Actor,
  decided: DecidedAsk,
  lines: readonly LineDraft[],
  message: string | undefined
): EventDraft[] {
  const { answer, reason_code } = answerOf(decided)
  const { decision } = decided
  const asked = lines.map((line) => ({ line_id: line.id, variant_id: line.variant_id, quantity: line.quantity, unit_price: line.target_unit_price }))
  const offered = priced(gathered, decided, (answer === "accept" ? decision?.accepted : decision?.menu[0]?.lines) ?? [])
  return [
    { kind, actor, lines: asked, message: message ?? null },
    {
      kind: EVENT_KIND_OF[answer],
      actor: { type: "system", id: null },
      lines: offered,
      reason_code,
      policy_version: decided.policy?.version ?? null,
      trace: decision ? { rule: answer === "person" ? decided.route.rule : null, lines: decision.lines.map(({ line_id, answer: lineAnswer, reason_code: why, trace }) => ({ line_id, answer: lineAnswer, reason_code: why, terms: trace })) } : null,
    },
  ]
}
