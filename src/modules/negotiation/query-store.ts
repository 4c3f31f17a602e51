import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { Context } from "@medusajs/framework/types"
import { InjectManager, MedusaContext } from "@medusajs/framework/utils"
import type { AdminCompany, AdminCost, AdminNegotiationRow, AdminPolicy, AdminPolicyVersion } from "../../contract"
import {
  agreementRows,
  type AgreementRow,
  agreementStory,
  type AgreementStory,
  caseForAdmin,
  caseStamps,
  companyRows,
  costRows,
  metrics,
  policyRows,
  policyVersionRows,
  profileOf,
  queueRows,
  type AdminCase,
  type CaseMetrics,
  type CaseStamp,
  type CompanyProfile,
  type Found,
  type MetricsFilters,
  type QueueQuery,
} from "./queries"
import { managerOf } from "./case-store"
import { SettingsStore } from "./settings-store"

type SqlContext = Context<SqlEntityManager>

/** What the admin and those who follow a case read. One subject per query, each in SQL: `query.graph` can't aggregate. */
export class QueryStore extends SettingsStore {
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

  /** How far these cases are; see {@link CaseStamp}. */
  @InjectManager()
  async caseStamps(ids: readonly string[], now: Date, @MedusaContext() context: SqlContext = {}): Promise<CaseStamp[]> {
    return caseStamps(managerOf(context), ids, now)
  }

  /** What a company did so far. */
  @InjectManager()
  async profileOf(companyId: string, @MedusaContext() context: SqlContext = {}): Promise<CompanyProfile> {
    return profileOf(managerOf(context), companyId)
  }

  /** What negotiating did in a period, by week and in all, in one currency. */
  @InjectManager()
  async metrics(filters: MetricsFilters, now: Date, @MedusaContext() context: SqlContext = {}): Promise<CaseMetrics> {
    return metrics(managerOf(context), filters, now)
  }

  /** One page of the policies with the terms that answer now. */
  @InjectManager()
  async policyRows(query: Parameters<typeof policyRows>[1], @MedusaContext() context: SqlContext = {}): Promise<Found<AdminPolicy>> {
    return policyRows(managerOf(context), query)
  }

  /** Every version of a policy, the newest first. */
  @InjectManager()
  async policyVersionRows(policyId: string, @MedusaContext() context: SqlContext = {}): Promise<AdminPolicyVersion[]> {
    return policyVersionRows(managerOf(context), policyId)
  }

  /** One page of the unit costs, the latest date first. */
  @InjectManager()
  async costRows(query: Parameters<typeof costRows>[1], @MedusaContext() context: SqlContext = {}): Promise<Found<AdminCost>> {
    return costRows(managerOf(context), query)
  }

  /** One page of the companies, by name. */
  @InjectManager()
  async companyRows(query: Parameters<typeof companyRows>[1], @MedusaContext() context: SqlContext = {}): Promise<Found<AdminCompany>> {
    return companyRows(managerOf(context), query)
  }

  /** One page of the agreements, newest first. */
  @InjectManager()
  async agreementRows(query: Parameters<typeof agreementRows>[1], @MedusaContext() context: SqlContext = {}): Promise<Found<AgreementRow>> {
    return agreementRows(managerOf(context), query)
  }

  /** The newest claims on one agreement and its newest audit entries. */
  @InjectManager()
  async agreementStory(id: string, @MedusaContext() context: SqlContext = {}): Promise<AgreementStory> {
    return agreementStory(managerOf(context), id)
  }
}
