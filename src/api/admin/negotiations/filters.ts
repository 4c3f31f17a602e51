import { NEGOTIATION_STATUSES, type AdminListQuery } from "../../../contract"
import type { QueueQuery } from "../../../modules/negotiation/queries"
import { statusesOf } from "../../statuses-of"

/** Reads whose cases are wanted: `me`, `none` for unassigned ones, or a user's id. */
function assigneeOf(word: string, actorId: string): string | null {
  if (word === "me") return actorId
  return word === "none" ? null : word
}

/** What the queue is asked for, as the module takes it. */
export function queueQuery(query: AdminListQuery, actorId: string): QueueQuery {
  const { status, assigned_to, overdue, segment, level, policy_id, company_id, q, value_min, value_max, order, limit, offset } = query
  return {
    order,
    limit,
    offset,
    ...(status === undefined ? {} : { statuses: statusesOf(status, NEGOTIATION_STATUSES) }),
    ...(assigned_to === undefined ? {} : { assigned_to: assigneeOf(assigned_to, actorId) }),
    ...(overdue === undefined ? {} : { overdue: overdue === "true" }),
    ...(segment === undefined ? {} : { segment }),
    ...(level === undefined ? {} : { level }),
    ...(policy_id === undefined ? {} : { policy_id }),
    ...(company_id === undefined ? {} : { company_id }),
    ...(q === undefined ? {} : { q }),
    ...(value_min === undefined ? {} : { value_min }),
    ...(value_max === undefined ? {} : { value_max }),
  }
}
