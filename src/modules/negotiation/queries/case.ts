import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { AgreementRecord } from "../case-records"
import type {
  AdminCase,
  AdminCaseEvent,
  AdminCaseHead,
  AdminCaseLine,
  AdminCaseMessage,
  AdminCaseOffer,
  AdminCaseOption,
} from "./case-rows"
import { caseFiles } from "./case-files"
import { AGREEMENT_SQL, EVENTS_SQL, HEAD_SQL, LINES_SQL, MESSAGES_SQL, OFFER_SQL } from "./case-sql"
import { rowsOf, toIso, toIsoOrNull, toNumber, toNumberOrNull, type SqlNumber, type SqlTime } from "./sql"

/** A row before its amounts and moments were read. */
type Raw<Row, Amounts extends keyof Row, Moments extends keyof Row> = Omit<Row, Amounts | Moments> & {
  [Key in Amounts]: null extends Row[Key] ? SqlNumber | null : SqlNumber
} & { [Key in Moments]: null extends Row[Key] ? SqlTime | null : SqlTime }

type RawHead = Raw<
  Omit<AdminCaseHead, "context"> & { context: Record<string, unknown> | null },
  "value" | "asked_value",
  "sla_due_at" | "expires_at" | "closed_at" | "created_at" | "updated_at"
>
type RawLine = Raw<
  AdminCaseLine,
  | "list_unit_price"
  | "current_unit_price"
  | "target_unit_price"
  | "last_paid_unit_price"
  | "counter_unit_price"
  | "unit_cost"
  | "floor_unit_price",
  "last_paid_at"
>
type RawOffer = Raw<Omit<AdminCaseOffer, "options">, never, "expires_at"> & { options: AdminCaseOption[] | null }

function toHead(row: RawHead): AdminCaseHead {
  return {
    ...row,
    value: toNumber(row.value),
    asked_value: toNumber(row.asked_value),
    context: row.context ?? {},
    sla_due_at: toIsoOrNull(row.sla_due_at),
    expires_at: toIsoOrNull(row.expires_at),
    closed_at: toIsoOrNull(row.closed_at),
    created_at: toIso(row.created_at),
    updated_at: toIso(row.updated_at),
  }
}

function toLine(row: RawLine): AdminCaseLine {
  return {
    ...row,
    list_unit_price: toNumber(row.list_unit_price),
    current_unit_price: toNumber(row.current_unit_price),
    target_unit_price: toNumber(row.target_unit_price),
    last_paid_unit_price: toNumberOrNull(row.last_paid_unit_price),
    last_paid_at: toIsoOrNull(row.last_paid_at),
    counter_unit_price: toNumberOrNull(row.counter_unit_price),
    unit_cost: toNumberOrNull(row.unit_cost),
    floor_unit_price: toNumberOrNull(row.floor_unit_price),
  }
}

function withTime<Row extends { created_at: SqlTime }>(row: Row): Omit<Row, "created_at"> & { created_at: string } {
  return { ...row, created_at: toIso(row.created_at) }
}

/** Everything stored about one case, or null where there is none: one statement per table, however many lines it has. */
export async function caseForAdmin(manager: SqlEntityManager, id: string): Promise<AdminCase | null> {
  const [heads, lines, offers, events, messages, files, agreements] = await Promise.all([
    rowsOf<RawHead>(manager, HEAD_SQL, { id }),
    rowsOf<RawLine>(manager, LINES_SQL, { id }),
    rowsOf<RawOffer>(manager, OFFER_SQL, { id }),
    rowsOf<Raw<AdminCaseEvent, never, "created_at">>(manager, EVENTS_SQL, { id }),
    rowsOf<Raw<AdminCaseMessage, never, "created_at">>(manager, MESSAGES_SQL, { id }),
    caseFiles(manager, id),
    rowsOf<{ agreement: AgreementRecord }>(manager, AGREEMENT_SQL, { id }),
  ])
  const head = heads[0]
  if (head === undefined) return null
  const offer = offers[0]
  return {
    ...toHead(head),
    lines: lines.map(toLine),
    offer: offer === undefined ? null : { ...offer, expires_at: toIso(offer.expires_at), options: offer.options ?? [] },
    events: events.map(withTime),
    messages: messages.map(withTime),
    files,
    agreement: agreements[0]?.agreement ?? null,
  }
}
