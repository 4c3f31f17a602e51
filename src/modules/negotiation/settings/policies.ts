import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { generateEntityId } from "@medusajs/framework/utils"
import { ContractError, type PolicyScope, type PolicyTerms } from "../../../contract"
import { insertRows, updateRow, type Row } from "../sql/rows"
import { emptyUndo, keepImages, noteInserted, type Undo } from "../sql/undo"
import { auditSetting } from "./audit"
import { refuseTwin } from "./policy-twins"
import type { NewPolicy, NewPolicyVersion, PolicyMove, SettingChange } from "./types"

/** The policy a change was about. */
export interface ChangedPolicy {
  readonly id: string
  readonly version: number
}

async function writeVersion(
  manager: SqlEntityManager,
  version: { policy_id: string; version: number; terms: PolicyTerms; note: string | null; created_by: string },
  undo: Undo
): Promise<void> {
  const id = generateEntityId(undefined, "npve")
  await insertRows(manager, "negotiation_policy_version", [{ id, ...version }])
  noteInserted(undo, "negotiation_policy_version", [id])
}

/** The policy's row, locked: two changes of one policy come one after the other. @throws ContractError `not_found` */
async function lockPolicy(manager: SqlEntityManager, id: string, undo: Undo): Promise<Row> {
  const [row] = await keepImages(manager, undo, "negotiation_policy", "id = ? AND deleted_at IS NULL", [id])
  if (!row) throw new ContractError("not_found", "Not found")
  return row
}

function answering(policy: Row): { id: string; priority: number; scope: PolicyScope } {
  return { id: String(policy["id"]), priority: Number(policy["priority"]), scope: policy["scope"] as PolicyScope }
}

/** The terms of one version. @throws ContractError `not_found` */
async function termsOf(manager: SqlEntityManager, policyId: string, version: number): Promise<PolicyTerms> {
  const [row] = await manager.execute<{ terms: PolicyTerms }[]>(
    `SELECT terms FROM negotiation_policy_version WHERE policy_id = ? AND version = ? AND deleted_at IS NULL`,
    [policyId, version]
  )
  if (!row) throw new ContractError("not_found", "Not found")
  return row.terms
}

/** Creates a policy with its first version; it answers at once. @throws ContractError `policy_invalid` beside one it can't be told from */
export async function createPolicy(manager: SqlEntityManager, policy: NewPolicy): Promise<SettingChange<ChangedPolicy>> {
  const undo = emptyUndo()
  const { actor_id, name, priority, scope, terms, note } = policy
  await refuseTwin(manager, { id: null, priority, scope })
  const id = generateEntityId(undefined, "npol")
  await insertRows(manager, "negotiation_policy", [{ id, name, priority, scope, status: "active", version: 1 }])
  noteInserted(undo, "negotiation_policy", [id])
  await writeVersion(manager, { policy_id: id, version: 1, terms, note, created_by: actor_id }, undo)
  await auditSetting(manager, {
    kind: "policy_created",
    ...{ actor_id, note },
    status_after: "active",
    policy_version: 1,
    trace: { policy_id: id, before: null, after: { name, priority, scope, terms } },
  }, undo)
  return { result: { id, version: 1 }, undo }
}

/** Keeps new terms as the policy's next version, which answers from now on. No version is ever changed. */
export async function addPolicyVersion(manager: SqlEntityManager, wanted: NewPolicyVersion): Promise<SettingChange<ChangedPolicy>> {
  const undo = emptyUndo()
  const { actor_id, policy_id, terms, note } = wanted
  const policy = await lockPolicy(manager, policy_id, undo)
  if (policy["status"] === "active") await refuseTwin(manager, answering(policy))
  const current = Number(policy["version"])
  const before = await termsOf(manager, policy_id, current)
  const [last] = await manager.execute<{ version: number }[]>(
    `SELECT max(version)::int AS version FROM negotiation_policy_version WHERE policy_id = ?`,
    [policy_id]
  )
  const version = (last?.version ?? current) + 1
  await writeVersion(manager, { policy_id, version, terms, note, created_by: actor_id }, undo)
  await updateRow(manager, "negotiation_policy", { id: policy_id }, { version })
  await auditSetting(manager, {
    kind: "policy_version_added",
    ...{ actor_id, note },
    policy_version: version,
    trace: { policy_id, before: { version: current, terms: before }, after: { version, terms } },
  }, undo)
  return { result: { id: policy_id, version }, undo }
}

/** Puts a policy into use or out of it, or has another of its versions answer. */
export async function movePolicy(manager: SqlEntityManager, move: PolicyMove): Promise<SettingChange<ChangedPolicy>> {
  const undo = emptyUndo()
  const { actor_id, policy_id, status, note } = move
  const policy = await lockPolicy(manager, policy_id, undo)
  if (status === "active") await refuseTwin(manager, answering(policy))
  const before = { status: String(policy["status"]), version: Number(policy["version"]) }
  const after = { status, version: move.version ?? before.version }
  await termsOf(manager, policy_id, after.version)
  if (before.status === after.status && before.version === after.version) return { result: { id: policy_id, version: after.version }, undo }
  await updateRow(manager, "negotiation_policy", { id: policy_id }, after)
  await auditSetting(manager, {
    kind: status === "active" ? "policy_activated" : "policy_archived",
    ...{ actor_id, note },
    status_before: before.status,
    status_after: after.status,
    policy_version: after.version,
    trace: { policy_id, before, after },
  }, undo)
  return { result: { id: policy_id, version: after.version }, undo }
}
