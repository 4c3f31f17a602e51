import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { ContractError } from "../../../contract"
import { updateRow } from "../sql/rows"
import { emptyUndo, keepImages } from "../sql/undo"
import { auditSetting } from "./audit"
import type { SettingChange } from "./types"

/** A company whose missed commitment somebody has dealt with. */
export interface MissedCommitmentSeen {
  readonly actor_id: string
  readonly company_id: string
  readonly note: string
}

/**
 * Lets a company's cases be answered automatically again after it missed a commitment.
 * @returns whether there was anything to clear
 * @throws ContractError `not_found`
 */
export async function clearMissedCommitment(manager: SqlEntityManager, seen: MissedCommitmentSeen): Promise<SettingChange<boolean>> {
  const undo = emptyUndo()
  const { company_id, actor_id, note } = seen
  const [company] = await keepImages(manager, undo, "negotiation_company", "id = ? AND deleted_at IS NULL", [company_id])
  if (!company) throw new ContractError("not_found", "Not found")
  const missed = company["missed_commitment_at"]
  if (missed === null) return { result: false, undo: emptyUndo() }
  await updateRow(manager, "negotiation_company", { id: company_id }, { missed_commitment_at: null })
  const trace = { before: { missed_commitment_at: missed }, after: { missed_commitment_at: null } }
  await auditSetting(manager, { kind: "missed_commitment_cleared", actor_id, company_id, note, trace }, undo)
  return { result: true, undo }
}
