import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { generateEntityId } from "@medusajs/framework/utils"
import type { MemoryWrite } from "../case-types"
import type { Undo } from "../sql/undo"
import { keepImages, noteInserted } from "../sql/undo"
import { insertRows, updateRow } from "../sql/rows"
import type { CaseOwner } from "./apply-case-change"
import { isUniqueViolation } from "../sql/unique-violation"

/** Another decision about the same company and variant was recorded first: this one rests on old memory. */
export class MemoryConflict extends Error {
  override readonly name = "MemoryConflict"
}

/** Keeps what the engine remembers, and refuses where somebody else's decision came in between. */
export async function recordMemory(
  manager: SqlEntityManager,
  owner: CaseOwner,
  negotiationId: string,
  writes: readonly MemoryWrite[],
  undo: Undo
): Promise<void> {
  const key = { company_id: owner.company_id, region_id: owner.region_id, currency_code: owner.currency_code }
  for (const write of [...writes].sort((a, b) => a.variant_id.localeCompare(b.variant_id))) {
    const content = { negotiation_id: negotiationId, state: write.state, window_ends_at: write.window_ends_at, cool_down_until: write.cool_down_until }
    if (write.version === null) {
      const id = generateEntityId(undefined, "nmem")
      try {
        await insertRows(manager, "negotiation_memory", [{ id, ...key, variant_id: write.variant_id, version: 1, ...content }])
      } catch (error) {
        if (isUniqueViolation(error)) throw new MemoryConflict()
        throw error
      }
      noteInserted(undo, "negotiation_memory", [id])
      continue
    }
    const [row] = await keepImages(
      manager,
      undo,
      "negotiation_memory",
      "company_id = ? AND variant_id = ? AND region_id = ? AND currency_code = ? AND deleted_at IS NULL",
      [owner.company_id, write.variant_id, owner.region_id, owner.currency_code]
    )
    const found = row
      ? await updateRow(manager, "negotiation_memory", { id: String(row["id"]), version: write.version }, { ...content, version: write.version + 1 })
      : 0
    if (found === 0) throw new MemoryConflict()
  }
}

/** Starts the cool-down for every variant of a case that ended without a deal. */
export async function startCoolDown(
  manager: SqlEntityManager,
  owner: CaseOwner,
  negotiationId: string,
  until: Date,
  undo: Undo
): Promise<void> {
  const remembered = await keepImages(
    manager,
    undo,
    "negotiation_memory",
    `company_id = ? AND region_id = ? AND currency_code = ? AND deleted_at IS NULL
     AND variant_id IN (SELECT variant_id FROM negotiation_line WHERE negotiation_id = ?)`,
    [owner.company_id, owner.region_id, owner.currency_code, negotiationId]
  )
  for (const row of remembered) {
    await updateRow(manager, "negotiation_memory", { id: String(row["id"]) }, {
      cool_down_until: until,
      version: Number(row["version"]) + 1,
    })
  }
}
