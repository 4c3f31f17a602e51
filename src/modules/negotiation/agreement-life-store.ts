import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import type { AgreementChanges, AnnounceRevocationInput, HeardItem, KnownUse, SettledAgreement, SettledOrder } from "./agreement-types"
import { CaseStore, managerOf } from "./case-store"
import { clearMissedCommitment, type MissedCommitmentSeen } from "./settings/clear-missed-commitment"
import type { SettingChange } from "./settings/types"
import { announceRevocation, dueRevocations, type DueRevocation } from "./sql/announce-revocation"
import { noteCart, type NotedCart } from "./sql/note-cart"
import { remindCommitments } from "./sql/commitments"
import { settleOrder } from "./sql/settle-order"
import { heardItems } from "./sql/heard-orders"
import { usesOfOrder } from "./sql/settle-uses"
import { forgetLapsedPrices, lapsedLines, type PricedVariant } from "./sql/lapsed-lines"

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

  /** What is counted of an order, or claimed by its cart: one use for each agreement. */
  @InjectManager()
  async usesOfOrder(order: { order_id: string; cart_id: string | null }, @MedusaContext() context: Ctx = {}): Promise<KnownUse[]> {
    return usesOfOrder(managerOf(context), order)
  }

  /** What an order held whenever it was settled; nothing where nobody has heard of it. */
  @InjectManager()
  async heardItems(order_id: string, @MedusaContext() context: Ctx = {}): Promise<HeardItem[]> {
    return heardItems(managerOf(context), order_id)
  }

  /**
   * Brings the agreements behind an order to what the order holds now: its uses, the orders and pieces counted, what is left,
   * the agreements' and negotiations' statuses, flags and the audit trail. Settling the same order again changes nothing.
   */
  @InjectTransactionManager()
  async settleOrder(order: SettledOrder, @MedusaContext() context: Ctx = {}): Promise<SettledAgreement[]> {
    return settleOrder(managerOf(context), order)
  }

  /** Variants of which a price has ended before its agreement and still stands in the store, a page of them. @param after the last one of the page before */
  @InjectManager()
  async lapsedLines(after: PricedVariant | null, limit: number, @MedusaContext() context: Ctx = {}): Promise<PricedVariant[]> {
    return lapsedLines(managerOf(context), after, limit)
  }

  /** Notes that prices which ended before their agreement stand in the store no more. */
  @InjectTransactionManager()
  async forgetLapsedPrices(variant: PricedVariant, @MedusaContext() context: Ctx = {}): Promise<void> {
    await forgetLapsedPrices(managerOf(context), variant)
  }

  /** Marks agreements that end soon with promised volume open as reminded, each once. */
  @InjectTransactionManager()
  async remindCommitments(limit: number, @MedusaContext() context: Ctx = {}): Promise<AgreementChanges> {
    return remindCommitments(managerOf(context), limit)
  }

  /** Remembers that a company's agreed prices may have reached a cart. Doing it again changes nothing. */
  @InjectTransactionManager()
  async noteCart(cart: NotedCart, @MedusaContext() context: Ctx = {}): Promise<void> {
    await noteCart(managerOf(context), cart)
  }
}
