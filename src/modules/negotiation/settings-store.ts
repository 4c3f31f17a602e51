import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { Context } from "@medusajs/framework/types"
import { InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { ConcessionStore } from "./concession-store"
import { managerOf } from "./case-store"
import {
  addPolicyVersion,
  clearFlags,
  createPolicy,
  movePolicy,
  saveCompany,
  saveCosts,
  startAfresh,
  type ChangedPolicy,
  type CompanySettings,
  type FlagsSeen,
  type FreshStart,
  type FreshStartResult,
  type NewCosts,
  type NewPolicy,
  type NewPolicyVersion,
  type PolicyMove,
  type SettingChange,
} from "./settings"
import { takeBack, type Undo } from "./sql/undo"

type Ctx = Context<SqlEntityManager>

/** What the merchant sets: each change in one transaction, with its entry in the audit trail and a way back. */
export class SettingsStore extends ConcessionStore {
  /** Creates a policy with its first version. */
  @InjectTransactionManager()
  async recordPolicy(policy: NewPolicy, @MedusaContext() context: Ctx = {}): Promise<SettingChange<ChangedPolicy>> {
    return createPolicy(managerOf(context), policy)
  }

  /** Keeps new terms as a policy's next version. @throws ContractError `not_found` */
  @InjectTransactionManager()
  async recordPolicyVersion(version: NewPolicyVersion, @MedusaContext() context: Ctx = {}): Promise<SettingChange<ChangedPolicy>> {
    return addPolicyVersion(managerOf(context), version)
  }

  /** Puts a policy into use, out of it, or back to an older version. @throws ContractError `not_found` */
  @InjectTransactionManager()
  async recordPolicyMove(move: PolicyMove, @MedusaContext() context: Ctx = {}): Promise<SettingChange<ChangedPolicy>> {
    return movePolicy(managerOf(context), move)
  }

  /** Writes unit costs, all or none. @throws ContractError `duplicate_line` */
  @InjectTransactionManager()
  async recordCosts(costs: NewCosts, @MedusaContext() context: Ctx = {}): Promise<SettingChange<string[]>> {
    return saveCosts(managerOf(context), costs)
  }

  /** Makes a customer group a company, or changes its settings. */
  @InjectTransactionManager()
  async recordCompany(company: CompanySettings, @MedusaContext() context: Ctx = {}): Promise<SettingChange<string>> {
    return saveCompany(managerOf(context), company)
  }

  /** Ends a company's open cases and forgets what was asked and offered. @throws ContractError `not_found` */
  @InjectTransactionManager()
  async recordFreshStart(start: FreshStart, @MedusaContext() context: Ctx = {}): Promise<SettingChange<FreshStartResult>> {
    return startAfresh(managerOf(context), start)
  }

  /** Takes off an agreement the flags somebody looked at. @throws ContractError `not_found` */
  @InjectTransactionManager()
  async recordFlagsSeen(seen: FlagsSeen, @MedusaContext() context: Ctx = {}): Promise<SettingChange<number>> {
    return clearFlags(managerOf(context), seen)
  }

  /** Takes a change of a setting back. */
  @InjectTransactionManager()
  async revertSetting(undo: Undo, @MedusaContext() context: Ctx = {}): Promise<void> {
    await takeBack(managerOf(context), undo)
  }
}
