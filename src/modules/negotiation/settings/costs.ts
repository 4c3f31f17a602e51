import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { BigNumber, generateEntityId } from "@medusajs/framework/utils"
import { ContractError } from "../../../contract"
import { rowsOf, type Bindings } from "../queries/sql"
import { emptyUndo, noteInserted, type Undo } from "../sql/undo"
import { auditSetting } from "./audit"
import type { NewCosts, SettingChange } from "./types"

type Cost = NewCosts["costs"][number]

/** One row per variant, currency and date: the same one twice is a slip, not an update. */
function refuseDuplicates(costs: readonly Cost[]): void {
  const keys = new Set(costs.map((cost) => `${cost.variant_id}|${cost.currency_code}|${Date.parse(cost.valid_from)}`))
  if (keys.size < costs.length) throw new ContractError("duplicate_line", "costs: the same variant, currency and date is named twice")
}

/** The costs column by column: one statement carries a thousand of them. */
function columnsOf(costs: readonly Cost[]): Bindings {
  return {
    ids: costs.map(() => generateEntityId(undefined, "ncst")),
    variants: costs.map((cost) => cost.variant_id),
    currencies: costs.map((cost) => cost.currency_code),
    amounts: costs.map((cost) => cost.unit_cost),
    raws: costs.map((cost) => JSON.stringify(new BigNumber(cost.unit_cost).raw)),
    dates: costs.map((cost) => cost.valid_from),
  }
}

/** Costs already there for the same variant, currency and date, locked and kept as they were. */
async function keepExisting(manager: SqlEntityManager, columns: Bindings, undo: Undo): Promise<Record<string, unknown>[]> {
  const found = await rowsOf<{ row: Record<string, unknown> }>(
    manager,
    `SELECT to_jsonb(c) AS row FROM negotiation_cost c
     JOIN unnest(:variants::text[], :currencies::text[], :dates::timestamptz[]) AS wanted(variant_id, currency_code, valid_from)
       ON c.variant_id = wanted.variant_id AND c.currency_code = wanted.currency_code AND c.valid_from = wanted.valid_from
     WHERE c.deleted_at IS NULL ORDER BY c.id FOR UPDATE OF c`,
    columns
  )
  for (const { row } of found) undo.images.push({ table: "negotiation_cost", row })
  return found.map(({ row }) => row)
}

const UPSERT_SQL = `
  INSERT INTO negotiation_cost (id, variant_id, currency_code, unit_cost, raw_unit_cost, valid_from)
  SELECT * FROM unnest(:ids::text[], :variants::text[], :currencies::text[], :amounts::numeric[], :raws::jsonb[], :dates::timestamptz[])
  ON CONFLICT (variant_id, currency_code, valid_from) WHERE deleted_at IS NULL
  DO UPDATE SET unit_cost = excluded.unit_cost, raw_unit_cost = excluded.raw_unit_cost, updated_at = now()
  RETURNING id, (xmax = 0) AS is_new`

/**
 * Writes unit costs: a new date adds a row, the same date corrects it. All of them or none.
 * @returns the ids of the rows
 * @throws ContractError `duplicate_line`
 */
export async function saveCosts(manager: SqlEntityManager, wanted: NewCosts): Promise<SettingChange<string[]>> {
  refuseDuplicates(wanted.costs)
  const undo = emptyUndo()
  const columns = columnsOf(wanted.costs)
  const before = await keepExisting(manager, columns, undo)
  const rows = await rowsOf<{ id: string; is_new: boolean }>(manager, UPSERT_SQL, columns)
  noteInserted(undo, "negotiation_cost", rows.filter((row) => row.is_new).map((row) => row.id))
  await auditSetting(manager, {
    kind: "costs_saved",
    actor_id: wanted.actor_id,
    trace: {
      before: before.map(({ variant_id, currency_code, unit_cost, valid_from }) => ({ variant_id, currency_code, unit_cost, valid_from })),
      after: wanted.costs,
    },
  }, undo)
  return { result: rows.map((row) => row.id), undo }
}
