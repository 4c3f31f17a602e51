import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import type { AgreementChanges, AnnounceRevocationInput } from "./agreement-types"
import { CaseStore, managerOf } from "./case-store"
import { clearMissedCommitment, type MissedCommitmentSeen } from "./settings/clear-missed-commitment"
import type { SettingChange } from "./settings/types"
import { announceRevocation, dueRevocations, type DueRevocation } from "./sql/announce-revocation"

type Ctx = Context<SqlEntityManager>

/** What happens to agreements over time: announced revocations, commitments, orders that change. */
export class AgreementLifeStore extends CaseStore {
  /** Says when active agreements will be revoked. @throws ContractError `invalid_data` */
  @InjectTransactionManager()
  async announceRevocation(input: AnnounceRevocationInput, @MedusaContext() context: Ctx = {}): Promise<AgreementChanges> {
    return announceRevocation(managerOf(context), input)
  }

  /** Active agreements whose announced revocation is due. */
  @InjectManager()
  async dueRevocations(limit: number, @MedusaContext() context: Ctx = {}): Promise<DueRevocation[]> {
    return dueRevocations(managerOf(context), limit)
  }

  /** Lets a company's cases be answered automatically again. @throws ContractError `not_found` */
  @InjectTransactionManager()
  async recordMissedCommitmentSeen(seen: MissedCommitmentSeen, @MedusaContext() context: Ctx = {}): Promise<SettingChange<boolean>> {
    return clearMissedCommitment(managerOf(context), seen)
  }
}
