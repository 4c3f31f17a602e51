import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { AgreementLifeStore } from "./agreement-life-store"
import { managerOf } from "./case-store"
import type { AgreementLineView, EndAgreementsInput, EndedAgreements, ReservedUse, UseLine } from "./agreement-types"
import { readAgreementLines } from "./sql/agreements"
import { endAgreements } from "./sql/end-agreements"
import { placeholders } from "./sql/rows"
import { takeBack, type Undo } from "./sql/undo"
import { releaseUse, reserveUse, staleUses } from "./sql/uses"

type Ctx = Context<SqlEntityManager>

/** What the module knows of agreements: who may pay what, what was used of it, and how one ends. */
export class AgreementStore extends AgreementLifeStore {
  /** The lines of a company's live agreements for these variants in one region and currency. One indexed query. */
  @InjectManager()
  async liveAgreementLines(
    where: { company_ids: readonly string[]; variant_ids: readonly string[]; region_id: string; currency_code: string },
    @MedusaContext() context: Ctx = {}
  ): Promise<AgreementLineView[]> {
    if (where.variant_ids.length === 0 || where.company_ids.length === 0) return []
    const lines = await readAgreementLines(
      managerOf(context),
      `l.company_id IN (${placeholders(where.company_ids)}) AND l.variant_id IN (${placeholders(where.variant_ids)}) AND a.status = 'active' AND a.region_id = ? AND a.currency_code = ?`,
      [...where.company_ids, ...where.variant_ids, where.region_id, where.currency_code]
    )
    return lines.filter((line) => line.live)
  }

  /**
   * Every agreement line, of whatever status, that a price of these variants in a cart or an order may rest on: those of the
   * companies whose prices reach the buyer, those the buyer made (for a company left since, perhaps), and those of companies whose prices reached
   * the cart. One indexed query.
   */
  @InjectManager()
  async linesBehind(
    where: { company_ids: readonly string[]; customer_id: string | null; cart_id: string | null; variant_ids: readonly string[] },
    @MedusaContext() context: Ctx = {}
  ): Promise<AgreementLineView[]> {
    if (where.variant_ids.length === 0) return []
    return readAgreementLines(
      managerOf(context),
      `l.variant_id IN (${placeholders(where.variant_ids)}) AND (l.company_id IN (${placeholders(["", ...where.company_ids])}) OR a.customer_id = ?
        OR l.company_id IN (SELECT company_id FROM negotiation_cart WHERE cart_id = ? AND deleted_at IS NULL))`,
      [...where.variant_ids, "", ...where.company_ids, where.customer_id ?? "", where.cart_id ?? ""]
    )
  }

  /** The live lines of a company, all or those for some variants, wherever they were agreed: what its price rows are made of. */
  @InjectManager()
  async liveLinesOf(
    company_id: string,
    variant_ids: readonly string[] | null,
    @MedusaContext() context: Ctx = {}
  ): Promise<AgreementLineView[]> {
    if (variant_ids?.length === 0) return []
    const of = variant_ids === null ? "" : `AND l.variant_id IN (${placeholders(variant_ids)})`
    const lines = await readAgreementLines(managerOf(context), `l.company_id = ? AND a.status = 'active' ${of}`, [company_id, ...(variant_ids ?? [])])
    return lines.filter((line) => line.live)
  }

  /** The lines of these agreements, whatever became of them. */
  @InjectManager()
  async linesOfAgreements(agreement_ids: readonly string[], @MedusaContext() context: Ctx = {}): Promise<AgreementLineView[]> {
    if (agreement_ids.length === 0) return []
    return readAgreementLines(managerOf(context), `a.id IN (${placeholders(agreement_ids)})`, agreement_ids)
  }

  /** Which of these companies hold a live agreement. One indexed query; none for no company. */
  @InjectManager()
  async companiesWithLiveAgreements(company_ids: readonly string[], @MedusaContext() context: Ctx = {}): Promise<string[]> {
    if (company_ids.length === 0) return []
    const rows = await managerOf(context).execute<{ company_id: string }[]>(
      `SELECT DISTINCT company_id FROM negotiation_agreement
       WHERE company_id IN (${placeholders(company_ids)}) AND status = 'active' AND valid_until > now() AND deleted_at IS NULL`,
      [...company_ids]
    )
    return rows.map((row) => row.company_id)
  }

  /** One page of companies by id, with the active agreements whose prices they should have: what the reconciliation walks. */
  @InjectManager()
  async companiesToReconcile(
    after: string,
    limit: number,
    @MedusaContext() context: Ctx = {}
  ): Promise<{ id: string; price_list_id: string | null; agreement_ids: string[] }[]> {
    return managerOf(context).execute<{ id: string; price_list_id: string | null; agreement_ids: string[] }[]>(
      `SELECT c.id, c.price_list_id, COALESCE(json_agg(a.id ORDER BY a.id) FILTER (WHERE a.id IS NOT NULL), '[]') AS agreement_ids
       FROM negotiation_company c LEFT JOIN negotiation_agreement a
         ON a.company_id = c.id AND a.status = 'active' AND a.valid_until > now() AND a.deleted_at IS NULL
       WHERE c.id > ? AND c.deleted_at IS NULL AND (c.price_list_id IS NOT NULL OR a.id IS NOT NULL)
       GROUP BY c.id, c.price_list_id ORDER BY c.id LIMIT ?`,
      [after, limit]
    )
  }

  /** Active agreements whose time has passed, oldest first. */
  @InjectManager()
  async lapsedAgreements(limit: number, @MedusaContext() context: Ctx = {}): Promise<string[]> {
    const rows = await managerOf(context).execute<{ id: string }[]>(
      `SELECT id FROM negotiation_agreement WHERE status = 'active' AND valid_until <= now() AND deleted_at IS NULL
       ORDER BY valid_until LIMIT ?`,
      [limit]
    )
    return rows.map((row) => row.id)
  }

  /**
   * Claims an agreement for a cart that is being completed. The agreement's row is locked, so of two carts that want the
   * last order or the last pieces one wins. Asking again for the same cart renews its claim.
   * @throws ContractError `agreement_not_applicable` when the agreement has ended or has not enough left.
   */
  @InjectTransactionManager()
  async reserveUse(
    use: { agreement_id: string; cart_id: string; lines: readonly UseLine[] },
    @MedusaContext() context: Ctx = {}
  ): Promise<ReservedUse> {
    return reserveUse(managerOf(context), use)
  }

  /** Gives a cart's unconfirmed claims back, all or those named. */
  @InjectTransactionManager()
  async releaseUse(where: { cart_id: string; use_ids?: readonly string[] }, @MedusaContext() context: Ctx = {}): Promise<void> {
    await releaseUse(managerOf(context), where)
  }

  /** Claims left behind by completions that died: reserved longer ago than any completion takes. */
  @InjectManager()
  async staleUses(minutes: number, limit: number, @MedusaContext() context: Ctx = {}): Promise<{ id: string; cart_id: string }[]> {
    return staleUses(managerOf(context), minutes, limit)
  }

  /**
   * Ends active agreements and the agreed negotiations they came from, with their entries in the audit trail. Those that
   * have ended already are left alone.
   */
  @InjectTransactionManager()
  async endAgreements(input: EndAgreementsInput, @MedusaContext() context: Ctx = {}): Promise<EndedAgreements> {
    return endAgreements(managerOf(context), input)
  }

  /** Takes back what {@link endAgreements} changed. */
  @InjectTransactionManager()
  async revertAgreementChanges(undo: Undo, @MedusaContext() context: Ctx = {}): Promise<void> {
    await takeBack(managerOf(context), undo)
  }

  /** Notes which price rows carry an agreement's lines: line id → price ids. */
  @InjectTransactionManager()
  async setPriceIds(price_ids: Readonly<Record<string, readonly string[]>>, @MedusaContext() context: Ctx = {}): Promise<void> {
    for (const [line_id, ids] of Object.entries(price_ids)) {
      await managerOf(context).execute(`UPDATE negotiation_agreement_line SET price_ids = ?::jsonb, updated_at = now() WHERE id = ?`, [
        JSON.stringify(ids),
        line_id,
      ])
    }
  }

  /**
   * Gives a company its price list, once: the first writer wins.
   * @param replaces the list that is gone and may be replaced; null where the company had none.
   * @returns the company's list from now on, the caller's or the winner's.
   */
  @InjectTransactionManager()
  async setCompanyPriceList(
    set: { company_id: string; price_list_id: string; replaces: string | null },
    @MedusaContext() context: Ctx = {}
  ): Promise<string> {
    const rows = await managerOf(context).execute<{ price_list_id: string }[]>(
      `UPDATE negotiation_company SET price_list_id = ?, updated_at = now()
       WHERE id = ? AND price_list_id IS NOT DISTINCT FROM ? RETURNING price_list_id`,
      [set.price_list_id, set.company_id, set.replaces]
    )
    if (rows[0]) return rows[0].price_list_id
    const company = await this.retrieveNegotiationCompany(set.company_id, {}, context)
    return company.price_list_id ?? set.price_list_id
  }
}
