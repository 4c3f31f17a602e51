import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { DEFAULT_POLICY_TERMS, type AdminCompany, type AdminCost, type AdminPolicy, type AdminPolicyVersion, type PolicyStatus } from "../../../contract"
import { containing, rowsOf, toIso, toIsoOrNull, toNumber, type Bindings, type SqlNumber, type SqlTime } from "./sql"

/** Where a list starts and how long it is. */
export interface Page {
  readonly limit: number
  readonly offset: number
}

/** One page of a list and how many entries match in all. */
export interface Found<Row> {
  readonly rows: Row[]
  readonly count: number
}

/** A statement's conditions and what they are bound to. */
interface Condition {
  readonly where: string
  readonly bindings: Bindings
}

/** Conditions for what is given; those of values left out fall away. */
function conditions(parts: readonly (readonly [value: unknown, sql: string, name: string])[], always: string): Condition {
  const given = parts.filter(([value]) => value !== undefined)
  return {
    where: [always, ...given.map(([, sql]) => sql)].join(" AND "),
    bindings: Object.fromEntries(given.map(([value, , name]) => [name, value])),
  }
}

async function page<Raw extends object, Row>(
  manager: SqlEntityManager,
  statement: { select: string; from: string; order: string; condition: Condition; page: Page },
  toRow: (raw: Raw) => Row
): Promise<Found<Row>> {
  const { select, from, order, condition } = statement
  const { limit, offset } = statement.page
  const [rows, counted] = await Promise.all([
    rowsOf<Raw>(manager, `SELECT ${select} FROM ${from} WHERE ${condition.where} ORDER BY ${order} LIMIT :limit OFFSET :offset`, {
      ...condition.bindings,
      limit,
      offset,
    }),
    rowsOf<{ count: SqlNumber }>(manager, `SELECT count(*) AS count FROM ${from} WHERE ${condition.where}`, condition.bindings),
  ])
  return { rows: rows.map(toRow), count: toNumber(counted[0]?.count ?? 0) }
}

type Timed<Row, Moments extends keyof Row> = Omit<Row, Moments> & { [Key in Moments]: SqlTime }

/** Terms as the store takes them: a version written before a term existed stands for that term's default. */
const completed = <Kept extends Pick<AdminPolicy, "terms">>(kept: Kept): Kept => ({ ...kept, terms: { ...DEFAULT_POLICY_TERMS, ...kept.terms } })

/** Policies with the terms that answer now: the active first, the one that is asked first on top. */
export function policyRows(
  manager: SqlEntityManager,
  query: Page & { readonly id?: string; readonly statuses?: readonly PolicyStatus[] }
): Promise<Found<AdminPolicy>> {
  return page<Timed<AdminPolicy, "created_at" | "updated_at">, AdminPolicy>(
    manager,
    {
      select: "p.id, p.name, p.status, p.priority, p.scope, p.version, v.terms, p.created_at, p.updated_at",
      from: `negotiation_policy p JOIN negotiation_policy_version v
        ON v.policy_id = p.id AND v.version = p.version AND v.deleted_at IS NULL`,
      order: "p.status, p.priority DESC, p.created_at, p.id",
      condition: conditions(
        [
          [query.id, "p.id = :id", "id"],
          [query.statuses, "p.status = ANY(:statuses)", "statuses"],
        ],
        "p.deleted_at IS NULL"
      ),
      page: query,
    },
    (raw) => ({ ...completed(raw), created_at: toIso(raw.created_at), updated_at: toIso(raw.updated_at) })
  )
}

/** Every version of a policy, the newest first. */
export async function policyVersionRows(manager: SqlEntityManager, policyId: string): Promise<AdminPolicyVersion[]> {
  const rows = await rowsOf<Timed<AdminPolicyVersion, "created_at">>(
    manager,
    `SELECT version, terms, note, created_by, created_at FROM negotiation_policy_version
     WHERE policy_id = :policy_id AND deleted_at IS NULL ORDER BY version DESC`,
    { policy_id: policyId }
  )
  return rows.map((row) => ({ ...completed(row), created_at: toIso(row.created_at) }))
}

/** Unit costs, the latest date first: those of the ids or variants given, else all. */
export function costRows(
  manager: SqlEntityManager,
  query: Page & { readonly ids?: readonly string[]; readonly variant_ids?: readonly string[] }
): Promise<Found<AdminCost>> {
  return page<Timed<Omit<AdminCost, "unit_cost"> & { unit_cost: SqlNumber }, "valid_from" | "created_at">, AdminCost>(
    manager,
    {
      select: "c.id, c.variant_id, c.currency_code, c.unit_cost, c.valid_from, c.created_at",
      from: "negotiation_cost c",
      order: "c.valid_from DESC, c.id DESC",
      condition: conditions(
        [
          [query.ids, "c.id = ANY(:ids)", "ids"],
          [query.variant_ids, "c.variant_id = ANY(:variant_ids)", "variant_ids"],
        ],
        "c.deleted_at IS NULL"
      ),
      page: query,
    },
    (raw) => ({ ...raw, unit_cost: toNumber(raw.unit_cost), valid_from: toIso(raw.valid_from), created_at: toIso(raw.created_at) })
  )
}

/** Companies by name; `q` is a part of the name. */
export function companyRows(
  manager: SqlEntityManager,
  query: Page & { readonly id?: string; readonly q?: string }
): Promise<Found<AdminCompany>> {
  return page<Timed<AdminCompany, "created_at" | "missed_commitment_at"> & { missed_commitment_at: SqlTime | null }, AdminCompany>(
    manager,
    {
      select: `c.id, c.customer_group_id, c.customer_id, c.name, c.segment, c.profitability, c.growth, c.credit, c.opted_out, c.strategic, c.shares_agreements,
        c.missed_commitment_at, c.owner_id, c.created_at`,
      from: "negotiation_company c",
      order: "lower(c.name), c.id",
      condition: conditions(
        [
          [query.id, "c.id = :id", "id"],
          [query.q === undefined ? undefined : containing(query.q), "c.name ILIKE :pattern", "pattern"],
        ],
        "c.deleted_at IS NULL"
      ),
      page: query,
    },
    (raw) => ({ ...raw, missed_commitment_at: toIsoOrNull(raw.missed_commitment_at), created_at: toIso(raw.created_at) })
  )
}
