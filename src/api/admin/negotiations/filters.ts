import { ContractError, negotiationStatusSchema, type AdminListQuery, type NegotiationStatus } from "../../../contract"
import type { QueueQuery } from "../../../modules/negotiation/queries"

/** Reads `status=in_review,awaiting_buyer`. @throws ContractError `invalid_data` for a word that is no status */
function statusesOf(list: string): NegotiationStatus[] {
  return list.split(",").map((word) => {
    const status = negotiationStatusSchema.safeParse(word.trim())
    if (!status.success) throw new ContractError("invalid_data", `status: ${word.trim() || "empty"} is no status of a negotiation`)
    return status.data
  })
}

/** Reads whose cases are wanted: `me`, `none` for unassigned ones, or a user's id. */
function assigneeOf(word: string, actorId: string): string | null {
  if (word === "me") return actorId
  return word === "none" ? null : word
}

/** What the queue is asked for, as the module takes it. */
export function queueQuery(query: AdminListQuery, actorId: string): QueueQuery {
  const { status, assigned_to, overdue, segment, policy_id, company_id, q, value_min, value_max, order, limit, offset } = query
  return {
    order,
    limit,
    offset,
    ...(status === undefined ? {} : { statuses: statusesOf(status) }),
    ...(assigned_to === undefined ? {} : { assigned_to: assigneeOf(assigned_to, actorId) }),
    ...(overdue === undefined ? {} : { overdue: overdue === "true" }),
    ...(segment === undefined ? {} : { segment }),
    ...(policy_id === undefined ? {} : { policy_id }),
    ...(company_id === undefined ? {} : { company_id }),
    ...(q === undefined ? {} : { q }),
    ...(value_min === undefined ? {} : { value_min }),
    ...(value_max === undefined ? {} : { value_max }),
  }
}
