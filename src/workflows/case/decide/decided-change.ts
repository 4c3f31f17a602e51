import { fromUnits, type Answer, type CaseDecision, type MenuOption, type OptionLine } from "../../../engine"
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
import { inDays, inHours } from "./dates"
import type { DecidedAsk } from "./decide-ask"
import { totalOf } from "./decided-lines"

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

/** The policy's answer where there is none to ask. */
const NO_POLICY = { answer: "person", reason_code: "no_policy" } as const

/** Answer and reason of a decision; a case without a policy goes to a person. */
export function answerOf(decided: DecidedAsk): { readonly answer: Exclude<Answer, "limit">; readonly reason_code: string } {
  if (!decided.decision) return NO_POLICY
  const { answer, reason_code } = decided.decision
  return { answer: answer === "limit" ? "person" : answer, reason_code }
}

function priced(lines: readonly OptionLine[]): PricedLine[] {
  return lines.map((line) => ({
    line_id: line.line_id,
    variant_id: line.variant_id,
    quantity: line.quantity,
    unit_price: fromUnits(line.unit_price),
  }))
}

function optionDraft(gathered: GatheredFacts, option: MenuOption): OptionDraft {
  return {
    kind: option.kind,
    lines: withCheaperFrom(gathered, priced(option.lines)),
    terms: null,
    saving_total: fromUnits(option.saving_total),
    contribution: option.contribution === null ? null : fromUnits(option.contribution),
    margin_bps: option.margin,
  }
}

/** An offer that stood before: said again, it lasts no longer than it did. */
export type FormerOffer = Pick<OfferDraft, "origin" | "expires_at" | "agreement_days">

/**
 * The offer a decision puts on the table, or undefined where it offers nothing. One that only says again what stood keeps
 * its origin and its end: asking again renews nothing.
 */
export function offerOf(gathered: GatheredFacts, { decision, terms }: DecidedAsk, now: Date, former: FormerOffer | null = null): OfferDraft | undefined {
  if (!decision || decision.menu.length === 0) return undefined
  const fresh: FormerOffer = { origin: "automatic", expires_at: inDays(now, terms.offer_days), agreement_days: terms.agreement_days }
  return {
    round: roundOf(decision),
    ...(decision.standing && former ? former : fresh),
    options: decision.menu.map((option) => optionDraft(gathered, option)),
  }
}

/** The agreement a decision accepts, or undefined. */
export function agreementOf(gathered: GatheredFacts, { decision, terms }: DecidedAsk, lines: readonly LineDraft[], now: Date): AgreementDraft | undefined {
  if (decision?.answer !== "accept") return undefined
  return {
    offer_id: null,
    option_id: decision.accepted_option_id,
    valid_until: inDays(now, terms.agreement_days),
    max_orders: null,
    concessions: [],
    ...agreementFrame(terms, gathered.input.company, { is_tax_inclusive: isTaxInclusive(gathered) }),
    lines: agreedLines(lines, priced(decision.accepted)),
  }
}

/** Whether the prices of a case include tax: as the store's own prices do there. Lines of both kinds are never in one case. */
export function isTaxInclusive(gathered: GatheredFacts): boolean {
  return gathered.input.lines.some((line) => gathered.own.get(line.variant_id)?.is_tax_inclusive === true)
}

/** What the company's memory holds after a decision. */
export function memoryOf(gathered: GatheredFacts, decision: CaseDecision | null, terms: PolicyTerms, now: Date): MemoryWrite[] {
  return (decision?.lines ?? []).flatMap((decided) => {
    const line = gathered.input.lines.find((each) => each.line_id === decided.line_id)
    if (!line) return []
    const kept = gathered.stored.memory.find((each) => each.variant_id === line.variant_id)
    const living = kept && new Date(kept.window_ends_at) > now
    return [
      {
        variant_id: line.variant_id,
        version: kept?.version ?? null,
        state: decided.memory,
        window_ends_at: living ? new Date(kept.window_ends_at) : inDays(now, terms.window_days),
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
    sla_due_at: status === "in_review" ? inHours(now, decided.terms.sla_hours) : null,
    ...(status === "in_review" ? { touched_by_person: true } : {}),
    ...(CLOSING.has(status) ? { closed_at: now } : {}),
    decision: { answer, reason_code, trace: decided.decision?.lines.map(({ line_id, trace }) => ({ line_id, terms: trace })) ?? [] },
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
  kind: "requested" | "countered",
  actor: Actor,
  decided: DecidedAsk,
  lines: readonly LineDraft[],
  message: string | undefined
): EventDraft[] {
  const { answer, reason_code } = answerOf(decided)
  const { decision } = decided
  const asked = lines.map((line) => ({ line_id: line.id, variant_id: line.variant_id, quantity: line.quantity, unit_price: line.target_unit_price }))
  const offered = answer === "accept" ? priced(decision?.accepted ?? []) : priced(decision?.menu[0]?.lines ?? [])
  return [
    { kind, actor, lines: asked, message: message ?? null },
    {
      kind: EVENT_KIND_OF[answer],
      actor: { type: "system", id: null },
      lines: offered,
      reason_code,
      policy_version: decided.policy?.version ?? null,
      trace: decision ? decision.lines.map(({ line_id, answer: lineAnswer, reason_code: why, trace }) => ({ line_id, answer: lineAnswer, reason_code: why, terms: trace })) : null,
    },
  ]
}
