import { lineFlagSchema, SELLER_REASON_CODES, type AdminLine, type AdminNegotiation, type LineFlag } from "../../../contract"
import { allowedActions, turnOf } from "../../../lifecycle"
import type { AdminCase, AdminCaseLine, CompanyProfile } from "../../../modules/negotiation/queries"
import { storeAgreement } from "../../agreement-view"
import { presentEvent } from "../present-event"
import { presentOffer } from "./present-offer"

/** What the answer needs besides the case itself. */
export interface CaseSurroundings {
  readonly profile: CompanyProfile
  readonly suggestion: AdminNegotiation["suggestion"]
  /** The buyer's name as the store knows it now; null where it knows none. */
  readonly customer_name: string | null
  readonly now: Date
}

/** Contribution share of a price, tax taken off; null without a cost. */
function marginAt(price: number, line: AdminCaseLine): number | null {
  if (line.unit_cost === null || price <= 0) return null
  const net = price / (1 + line.tax_ppm / 1_000_000)
  return Math.round(((net - line.unit_cost) / net) * 1_000_000) / 1_000_000
}

/** Prices carry tax and nobody knows how much: a cost is there, yet no floor could be worked out, and no rate was found. */
function isTaxUnknown(taxed: boolean, line: AdminCaseLine): boolean {
  return taxed && line.tax_ppm === 0 && line.floor_unit_price === null
}

/** What the engine flagged on a line at the last ask. Decisions stored before there were flags have none. */
function flagsOf({ decision }: AdminCase, line_id: string): LineFlag[] {
  const stored = decision?.["trace"]
  const lines = Array.isArray(stored) ? (stored as { line_id?: unknown; flags?: unknown }[]) : []
  const flags = lines.find((line) => line.line_id === line_id)?.flags
  return Array.isArray(flags) ? flags.flatMap((flag) => lineFlagSchema.safeParse(flag).data ?? []) : []
}

function presentLine(found: AdminCase, line: AdminCaseLine): AdminLine {
  const { product_id: _product, unit_cost, tax_ppm, ...shown } = line
  const known = !isTaxUnknown(found.is_tax_inclusive, line)
  return {
    ...shown,
    cost: unit_cost,
    tax_rate: tax_ppm / 1_000_000,
    margin: known ? marginAt(line.target_unit_price, line) : null,
    current_margin: known ? marginAt(line.current_unit_price, line) : null,
    flags: flagsOf(found, line.id),
  }
}

/** The engine's last decision, as it was stored; null before there was one. */
function presentDecision(stored: Record<string, unknown> | null): AdminNegotiation["decision"] {
  if (stored === null) return null
  const { answer, reason_code, trace, rule, ...rest } = stored
  return { answer: String(answer ?? ""), reason_code: String(reason_code ?? ""), trace: trace ?? rest, rule: typeof rule === "string" ? rule : null }
}

function presentCompany(found: AdminCase): AdminNegotiation["company"] {
  if (found.company) return found.company
  const { company_id, company_name, segment } = found
  const unknown = { profitability: null, growth: null, credit: null }
  return { id: company_id, name: company_name, segment, ...unknown, strategic: false, opted_out: false, customer_group_id: null }
}

function presentPolicy(found: AdminCase): AdminNegotiation["policy"] {
  const { policy_id, policy_version, policy_name } = found
  return policy_id === null || policy_version === null ? null : { id: policy_id, name: policy_name ?? policy_id, version: policy_version }
}

function presentAgreement({ agreement }: AdminCase): AdminNegotiation["agreement"] {
  return agreement === null ? null : storeAgreement(agreement)
}

/** What a message came with, as the buyer is told of it; nothing where nothing was left with it. */
function filesOf({ files }: AdminCase, message_id: string): Pick<AdminNegotiation["messages"][number], "files"> {
  const left = files.filter((file) => file.message_id === message_id).map(({ id, name, type, size, created_at }) => ({ id, name, type, size, created_at }))
  return left.length > 0 ? { files: left } : {}
}

/** A case with everything a rep needs to decide it. */
export function presentCase(found: AdminCase, around: CaseSurroundings): AdminNegotiation {
  const roundsLeft = Math.max(0, found.rounds_allowed - found.round)
  const facts = { status: found.status, hasStandingOffer: found.offer !== null, roundsLeft }
  const { id, display_id, previous_id, status, version, round, currency_code, is_tax_inclusive, cart_id } = found
  const { expires_at, created_at, updated_at, reason_code, context, assigned_to, level, sla_due_at, value, asked_value } = found
  return {
    ...{ id, display_id, previous_id, status, version, round, currency_code, is_tax_inclusive, cart_id },
    ...{ expires_at, created_at, updated_at, reason_code, context, assigned_to, level, sla_due_at, value, asked_value },
    turn: turnOf(status),
    rounds_left: roundsLeft,
    allowed_actions: allowedActions(facts),
    lines: found.lines.map((line) => presentLine(found, line)),
    offer: presentOffer(found),
    history: found.events.map(presentEvent),
    messages: found.messages
      .filter((each) => !each.internal)
      .map((each) => ({ id: each.id, at: each.created_at, by: each.author_type, message: each.text, ...filesOf(found, each.id) })),
    notes: found.messages
      .filter((each) => each.internal)
      .map((each) => ({ id: each.id, at: each.created_at, author_id: each.author_id, note: each.text })),
    files: found.files.map(({ file_id: _, ...file }) => file),
    agreement: presentAgreement(found),
    company: presentCompany(found),
    customer: { id: found.customer_id, email: found.customer_email, name: around.customer_name },
    profile: { ...around.profile },
    suggestion: around.suggestion,
    decision: presentDecision(found.decision),
    reason_codes: [...SELLER_REASON_CODES],
    policy: presentPolicy(found),
    overdue: status === "in_review" && sla_due_at !== null && new Date(sla_due_at) < around.now,
  }
}
