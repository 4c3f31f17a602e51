import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { generateEntityId } from "@medusajs/framework/utils"
import type { EventDraft } from "../case-types"
import { insertRows } from "../sql/rows"
import { noteInserted, type Undo } from "../sql/undo"

/** What all entries of one change have in common. */
export interface EventFrame {
  readonly negotiation_id: string | null
  readonly company_id: string | null
  readonly status_before: string | null
  readonly status_after: string | null
  readonly round: number
  readonly agreement_id: string | null
  /** The offer that goes on the table with the change; left out where none does. */
  readonly offer_id?: string | null
}

/** Writes entries of the audit trail, in order. */
export async function recordEvents(
  manager: SqlEntityManager,
  frame: EventFrame,
  events: readonly EventDraft[],
  undo: Undo
): Promise<void> {
  const rows = events.map((event) => ({
    id: generateEntityId(undefined, "nevt"),
    ...frame,
    // The change may begin with what the buyer did: the offer is the answer to it.
    offer_id: event.actor.type === "buyer" ? null : (frame.offer_id ?? null),
    kind: event.kind,
    actor_type: event.actor.type,
    actor_id: event.actor.id,
    lines: event.lines ?? [],
    message: event.message ?? null,
    reason_code: event.reason_code ?? null,
    note: event.note ?? null,
    policy_version: event.policy_version ?? null,
    trace: event.trace ?? null,
  }))
  await insertRows(manager, "negotiation_event", rows)
  noteInserted(undo, "negotiation_event", rows.map((row) => row.id))
}
