import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { AgreementStore } from "./agreement-store"
import { managerOf } from "./case-store"
import type { StandingConcession } from "./agreement-types"
import type { CarriedBy, ChosenTerm, ConcessionView } from "./concession-types"
import { CARRIED_OR_DUE, carryConcession, chooseTerm, readConcessions, readCostsAt, readCostsNow, type VariantAt } from "./sql/concessions"
import { placeholders } from "./sql/rows"
import { concessionsInCart, concessionsInOrder } from "./sql/standing-concessions"

type Ctx = Context<SqlEntityManager>

/** What the module knows of concessions: the promotions that carry them, and how a buyer means to pay. */
export class ConcessionStore extends AgreementStore {
  /** The concessions of these agreements, whatever became of them. */
  @InjectManager()
  async concessionsOfAgreements(agreement_ids: readonly string[], @MedusaContext() context: Ctx = {}): Promise<ConcessionView[]> {
    if (agreement_ids.length === 0) return []
    return readConcessions(managerOf(context), `k.agreement_id IN (${placeholders(agreement_ids)})`, agreement_ids)
  }

  /** The concessions that these promotions carry. */
  @InjectManager()
  async concessionsOfPromotions(promotion_ids: readonly string[], @MedusaContext() context: Ctx = {}): Promise<ConcessionView[]> {
    if (promotion_ids.length === 0) return []
    return readConcessions(managerOf(context), `k.promotion_id IN (${placeholders(promotion_ids)})`, promotion_ids)
  }

  /** One page, by id, of the concessions that have a promotion or should have one: what the reconciliation walks. */
  @InjectManager()
  async concessionsToReconcile(after: string, limit: number, @MedusaContext() context: Ctx = {}): Promise<ConcessionView[]> {
    return readConcessions(managerOf(context), `k.id > ? AND k.id IN (${CARRIED_OR_DUE})`, [after], limit)
  }

  /**
   * Notes which promotion carries a concession. Of two that want to, one wins.
   * @returns false where somebody else came first: the caller's promotion carries nothing.
   */
  @InjectTransactionManager()
  async carryConcession(carried: CarriedBy, @MedusaContext() context: Ctx = {}): Promise<boolean> {
    return carryConcession(managerOf(context), carried)
  }

  /** Keeps how a buyer means to pay for a cart; null takes the choice back. */
  @InjectTransactionManager()
  async choosePaymentTerm(term: ChosenTerm, @MedusaContext() context: Ctx = {}): Promise<void> {
    await chooseTerm(managerOf(context), term)
  }

  /** What agreements' concessions are taken off in a cart. */
  @InjectManager()
  async concessionsInCart(cart_id: string, @MedusaContext() context: Ctx = {}): Promise<StandingConcession[]> {
    return concessionsInCart(managerOf(context), cart_id)
  }

  /** What agreements' concessions were taken off in an order. */
  @InjectManager()
  async concessionsInOrder(order_id: string, @MedusaContext() context: Ctx = {}): Promise<StandingConcession[]> {
    return concessionsInOrder(managerOf(context), order_id)
  }

  /** What a piece of each variant cost at its moment in a currency, one moment a variant; variants without a cost then are left out. */
  @InjectManager()
  async costsAt(
    moments: readonly VariantAt[],
    currency_code: string,
    @MedusaContext() context: Ctx = {}
  ): Promise<{ variant_id: string; unit_cost: number }[]> {
    return moments.length === 0 ? [] : readCostsAt(managerOf(context), moments, currency_code)
  }

  /** What a piece of these variants costs now in a currency, and how old that cost is; variants without one are left out. */
  @InjectManager()
  async costsNow(
    variant_ids: readonly string[],
    currency_code: string,
    @MedusaContext() context: Ctx = {}
  ): Promise<{ variant_id: string; unit_cost: number; age_days: number }[]> {
    return variant_ids.length === 0 ? [] : readCostsNow(managerOf(context), variant_ids, currency_code)
  }
}
