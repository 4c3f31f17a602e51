import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { ContractError, type PolicyScope } from "../../../contract"

/** A policy that is to answer. */
interface AnsweringPolicy {
  readonly id: string | null
  readonly priority: number
  readonly scope: PolicyScope
}

/** The segment both policies are for: a name, an empty one for "every segment", or null where they are for none together. */
function sharedSegment(one: PolicyScope, other: PolicyScope): string | null {
  if (one.segments.length === 0 || other.segments.length === 0) return one.segments.length === other.segments.length ? "" : null
  return one.segments.find((segment) => other.segments.includes(segment)) ?? null
}

/**
 * Refuses a policy beside an active one with the same priority for a segment of its own: nobody could tell which one answers.
 * A policy that names a segment goes before one for every segment, so these two may share a priority. Takes a lock, so that
 * of two policies written at once the second sees the first.
 * @throws ContractError `policy_invalid` with the other's name
 */
export async function refuseTwin(manager: SqlEntityManager, policy: AnsweringPolicy): Promise<void> {
  await manager.execute(`SELECT pg_advisory_xact_lock(hashtextextended('negotiation_policy', 0))`)
  const others = await manager.execute<{ name: string; scope: PolicyScope }[]>(
    `SELECT name, scope FROM negotiation_policy WHERE status = 'active' AND priority = ? AND id <> ? AND deleted_at IS NULL ORDER BY created_at, id`,
    [policy.priority, policy.id ?? ""]
  )
  for (const other of others) {
    const segment = sharedSegment(policy.scope, other.scope)
    if (segment === null) continue
    const whom = segment === "" ? "every segment" : `“${segment}”`
    const message = `“${other.name}” already answers for ${whom} with priority ${policy.priority}: one of the two needs another priority`
    throw new ContractError("policy_invalid", message, { problems: [{ path: "priority", message }] })
  }
}
