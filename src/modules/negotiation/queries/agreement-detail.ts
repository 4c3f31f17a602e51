import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { AdminCaseEvent } from "./case-rows"
import { rowsOf, toIso, toNumber, type SqlNumber, type SqlTime } from "./sql"

/** Newest claims shown of one agreement; a frame contract may have thousands. */
const USES = 50
/** Newest audit entries shown of one agreement. */
const EVENTS = 100

/** A claim on an agreement. */
export interface AgreementUseRow {
  readonly id: string
  readonly status: "reserved" | "confirmed" | "released"
  readonly checked: boolean
  readonly order_id: string | null
  readonly lines: readonly { readonly variant_id: string; readonly quantity: number; readonly unit_price?: number | null }[]
  readonly created_at: string
}

/** What became of an agreement: its newest claims, how many there are in all, its newest audit entries. */
export interface AgreementStory {
  readonly uses: AgreementUseRow[]
  readonly uses_count: number
  /** In the order of writing. */
  readonly events: AdminCaseEvent[]
}

const USES_SQL = `
  SELECT id, status, checked, order_id, lines, created_at FROM negotiation_agreement_use
  WHERE agreement_id = :id AND deleted_at IS NULL ORDER BY created_at DESC, id DESC LIMIT ${USES}`

const USES_COUNT_SQL = `SELECT count(*) AS count FROM negotiation_agreement_use WHERE agreement_id = :id AND deleted_at IS NULL`

const EVENTS_SQL = `
  SELECT * FROM (
    SELECT id, sequence, created_at, actor_type, actor_id, kind, status_before, status_after, round, lines, message, reason_code, note,
      policy_version
    FROM negotiation_event WHERE agreement_id = :id AND deleted_at IS NULL ORDER BY sequence DESC LIMIT ${EVENTS}
  ) newest ORDER BY sequence`

type Stored<Row> = Omit<Row, "created_at"> & { created_at: SqlTime }

/** Reads what became of one agreement; nothing for an id that isn't there. */
export async function agreementStory(manager: SqlEntityManager, id: string): Promise<AgreementStory> {
  const [uses, counted, events] = await Promise.all([
    rowsOf<Stored<AgreementUseRow>>(manager, USES_SQL, { id }),
    rowsOf<{ count: SqlNumber }>(manager, USES_COUNT_SQL, { id }),
    rowsOf<Stored<AdminCaseEvent> & { sequence: number }>(manager, EVENTS_SQL, { id }),
  ])
  return {
    uses: uses.map((use) => ({ ...use, created_at: toIso(use.created_at) })),
    uses_count: toNumber(counted[0]?.count ?? 0),
    events: events.map(({ sequence: _order, ...event }) => ({ ...event, created_at: toIso(event.created_at) })),
  }
}
