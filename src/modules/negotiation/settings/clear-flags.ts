import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { ContractError } from "../../../contract"
import type { AgreementFlags } from "../case-records"
import { recordEvents } from "../operations/record-events"
import { updateRow } from "../sql/rows"
import { emptyUndo, keepImages } from "../sql/undo"
import type { FlagsSeen, SettingChange } from "./types"

/**
 * Takes off an agreement what somebody looked at; what was flagged after `until` stays. The trail keeps the flags that went.
 * @returns how many went
 * @throws ContractError `not_found`
 */
export async function clearFlags(manager: SqlEntityManager, seen: FlagsSeen): Promise<SettingChange<number>> {
  const undo = emptyUndo()
  const [agreement] = await keepImages(manager, undo, "negotiation_agreement", "id = ? AND deleted_at IS NULL", [seen.agreement_id])
  if (!agreement) throw new ContractError("not_found", "Not found")
  const flags = Array.isArray(agreement["flags"]) ? (agreement["flags"] as AgreementFlags) : []
  const until = new Date(seen.until).getTime()
  const cleared = flags.filter((flag) => new Date(flag.at).getTime() <= until)
  if (cleared.length === 0) return { result: 0, undo: emptyUndo() }
  const left = flags.filter((flag) => !cleared.includes(flag))
  const version = Number(agreement["version"]) + 1
  await updateRow(manager, "negotiation_agreement", { id: seen.agreement_id }, { flags: left.length === 0 ? null : left, version })
  const frame = {
    negotiation_id: String(agreement["negotiation_id"]),
    agreement_id: seen.agreement_id,
    company_id: String(agreement["company_id"]),
    status_before: null,
    status_after: null,
    round: 0,
  }
  const actor = { type: "seller" as const, id: seen.actor_id }
  await recordEvents(manager, frame, [{ kind: "flags_cleared", actor, note: seen.note, trace: { before: flags, after: left } }], undo)
  return { result: cleared.length, undo }
}
