import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { generateEntityId } from "@medusajs/framework/utils"
import { insertRows, updateRow, type Row } from "../sql/rows"
import { emptyUndo, keepImages, noteInserted } from "../sql/undo"
import { auditSetting } from "./audit"
import type { CompanySettings, SettingChange } from "./types"

const SETTINGS = ["name", "segment", "profitability", "growth", "credit", "opted_out", "strategic", "shares_agreements", "owner_id"] as const

/** The settings a body names; what it leaves out stays as it is. */
function namedSettings(body: CompanySettings["body"]): Row {
  return Object.fromEntries(SETTINGS.flatMap((key) => (body[key] === undefined ? [] : [[key, body[key]]])))
}

function settingsOf(row: Row): Row {
  return Object.fromEntries(SETTINGS.map((key) => [key, row[key] ?? null]))
}

/**
 * Makes a customer group a company, or changes the settings of one. A group that the store's own company module named
 * before keeps its row: it is found by the group, the oldest first, as buyers find it.
 * @returns the company's id
 */
export async function saveCompany(manager: SqlEntityManager, wanted: CompanySettings): Promise<SettingChange<string>> {
  const undo = emptyUndo()
  const { actor_id, body, group_name } = wanted
  const group = body.customer_group_id
  await manager.execute(`SELECT pg_advisory_xact_lock(hashtextextended(?, 0))`, [`negotiation_company:${group}`])
  const found = await keepImages(manager, undo, "negotiation_company", "(customer_group_id = ? OR key = ?) AND deleted_at IS NULL", [group, group])
  const [company] = found.sort((a, b) => String(a["created_at"]).localeCompare(String(b["created_at"])))
  const patch = namedSettings(body)
  if (company) {
    const id = String(company["id"])
    await updateRow(manager, "negotiation_company", { id }, { ...patch, customer_group_id: group })
    const before = settingsOf(company)
    await auditSetting(manager, { kind: "company_changed", actor_id, company_id: id, trace: { before, after: { ...before, ...patch } } }, undo)
    return { result: id, undo }
  }
  const id = generateEntityId(undefined, "ncom")
  const row = { id, key: group, customer_group_id: group, name: group_name, ...patch }
  await insertRows(manager, "negotiation_company", [row])
  noteInserted(undo, "negotiation_company", [id])
  await auditSetting(manager, { kind: "company_created", actor_id, company_id: id, trace: { before: null, after: settingsOf(row) } }, undo)
  return { result: id, undo }
}
