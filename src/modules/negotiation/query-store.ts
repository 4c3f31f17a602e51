import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { Context } from "@medusajs/framework/types"
import { InjectManager, MedusaContext } from "@medusajs/framework/utils"
import type { AdminNegotiationRow, MetricsAnswer } from "../../contract"
import { caseForAdmin, metrics, profileOf, queueRows, type AdminCase, type CompanyProfile, type MetricsFilters, type QueueQuery } from "./queries"
import { AgreementStore } from "./agreement-store"
import { managerOf } from "./case-store"

type SqlContext = Context<SqlEntityManager>

/** What the admin reads. One subject per query, each in SQL: `query.graph` can't aggregate. */
export class QueryStore extends AgreementStore {
  /** One page of the approval queue and how many cases match. `now` decides what is overdue. */
  @InjectManager()
  async queueRows(
    query: QueueQuery,
    now: Date,
    @MedusaContext() context: SqlContext = {}
  ): Promise<{ rows: AdminNegotiationRow[]; count: number }> {
    return queueRows(managerOf(context), query, now)
  }

  /** Everything stored about one case, or null where there is none. */
  @InjectManager()
  async caseForAdmin(id: string, @MedusaContext() context: SqlContext = {}): Promise<AdminCase | null> {
    return caseForAdmin(managerOf(context), id)
  }

  /** What a company did so far. */
  @InjectManager()
  async profileOf(companyId: string, @MedusaContext() context: SqlContext = {}): Promise<CompanyProfile> {
    return profileOf(managerOf(context), companyId)
  }

  /** What negotiating did in a period, by week and in all, in one currency. */
  @InjectManager()
  async metrics(filters: MetricsFilters, now: Date, @MedusaContext() context: SqlContext = {}): Promise<MetricsAnswer> {
    return metrics(managerOf(context), filters, now)
  }
}
