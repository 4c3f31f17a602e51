import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { recordEvents } from "../operations/record-events"
import type { Undo } from "../sql/undo"

/** A change of a setting as the audit trail keeps it. */
export interface SettingAudit {
  /** `policy_created`, `policy_version_added`, `policy_activated`, `policy_archived`, `costs_saved`, `company_created`, `company_changed`, `started_afresh` */
  readonly kind: string
  readonly actor_id: string
  readonly company_id?: string | null
  readonly status_before?: string | null
  readonly status_after?: string | null
  readonly policy_version?: number | null
  readonly reason_code?: string | null
  readonly note?: string | null
  /** What the entry is about, and how it was before and after. */
  readonly trace: object
}

/** Writes the entry of a changed setting in the transaction of the change. */
export async function auditSetting(manager: SqlEntityManager, audit: SettingAudit, undo: Undo): Promise<void> {
  const frame = {
    negotiation_id: null,
    agreement_id: null,
    company_id: audit.company_id ?? null,
    status_before: audit.status_before ?? null,
    status_after: audit.status_after ?? null,
    round: 0,
  }
  const { kind, trace } = audit
  const event = {
    ...{ kind, trace },
    actor: { type: "seller" as const, id: audit.actor_id },
    note: audit.note ?? null,
    reason_code: audit.reason_code ?? null,
    policy_version: audit.policy_version ?? null,
  }
  await recordEvents(manager, frame, [event], undo)
}
