import type { MedusaContainer } from "@medusajs/framework/types"
import { databaseOf } from "../database"

/** Which of the people that price rules name are buyers of a company. */
export interface NamedMembers {
  /** Named groups that some buyer of the company is in. */
  readonly groups: readonly string[]
  /** Named customers who buy for the company. */
  readonly customers: readonly string[]
  /** The groups of the buyers asked for, by customer. */
  readonly groupsOf: ReadonlyMap<string, readonly string[]>
}

/**
 * Asks, in one statement, which of the groups and customers that price rules name have to do with a company's buyers, and
 * which groups certain buyers are in. What it reads grows with what rules name; a group's members are looked for one by
 * one by index until the first is found.
 *
 * @param customer_ids buyers whose prices are theirs alone.
 */
export async function readNamedMembers(
  container: MedusaContainer,
  company: { readonly customer_group_id: string | null },
  named: { readonly groups: readonly string[]; readonly customers: readonly string[] },
  customer_ids: readonly string[]
): Promise<NamedMembers> {
  const nobody = named.groups.length === 0 && named.customers.length === 0
  if (nobody) return { groups: [], customers: [], groupsOf: new Map() }
  const own = company.customer_group_id ?? ""
  const { rows } = await databaseOf(container).raw<{ kind: string; id: string; customer_id: string | null }>(
    `SELECT 'group' AS kind, g.id, NULL AS customer_id FROM customer_group g
     WHERE g.id = ANY(?::text[]) AND g.id <> ? AND g.deleted_at IS NULL AND EXISTS (
       SELECT 1 FROM customer_group_customer a JOIN customer_group_customer b ON b.customer_id = a.customer_id
       WHERE a.customer_group_id = ? AND a.deleted_at IS NULL AND b.customer_group_id = g.id AND b.deleted_at IS NULL)
     UNION ALL SELECT 'customer', m.customer_id, NULL FROM customer_group_customer m
     WHERE m.customer_group_id = ? AND m.customer_id = ANY(?::text[]) AND m.deleted_at IS NULL
     UNION ALL SELECT 'buyer', m.customer_group_id, m.customer_id FROM customer_group_customer m JOIN customer_group g ON g.id = m.customer_group_id
     WHERE m.customer_id = ANY(?::text[]) AND m.deleted_at IS NULL AND g.deleted_at IS NULL`,
    [[...named.groups], own, own, own, [...named.customers], [...customer_ids]]
  )
  const groupsOf = new Map<string, string[]>()
  for (const { kind, id, customer_id } of rows) {
    if (kind === "buyer" && customer_id !== null) groupsOf.set(customer_id, [...(groupsOf.get(customer_id) ?? []), id])
  }
  const ids = (kind: string) => rows.filter((row) => row.kind === kind).map((row) => row.id)
  return { groups: ids("group"), customers: ids("customer"), groupsOf }
}
