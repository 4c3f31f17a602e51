import type { Context } from "@medusajs/framework/types"
import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import type { AgreementRecord, CaseRecord } from "./case-records"
import type { CaseChange, IdempotencyDraft } from "./case-types"
import { applyCaseChange, type CaseChangeResult } from "./operations/apply-case-change"
import { claimKey, findKeptAnswer, forgetOldKeys, keepAnswer, releaseKey, type KeptAnswer } from "./operations/idempotency"
import { readCompanies, type CompaniesQuery, type CompanyFact } from "./operations/read-companies"
import { countRequest, forgetRequestCounts } from "./operations/rate-limit"
import { listAgreementRecords, listCases, readAgreement, readCase } from "./operations/read-cases"
import { readStoredFacts, type FactsQuery, type StoredFacts } from "./operations/read-facts"
import { readPeerAsks, type PeerAsk, type PeerAsksQuery } from "./operations/read-peer-asks"
import { revertCaseChange } from "./operations/revert-case-change"
import { dueCases, type DueCase } from "./operations/due-cases"
import { NegotiationServiceBase } from "./service-base"

type Ctx = Context<SqlEntityManager>

/** The transaction or plain manager of a call. @throws Error outside both, which is a bug */
export function managerOf(context: Ctx): SqlEntityManager {
  const manager = context.transactionManager ?? context.manager
  if (!manager) throw new Error("No database manager in this context")
  return manager
}

/** Cases: one transaction for every change, and the reads that commands and buyers need. */
export class CaseStore extends NegotiationServiceBase {
  /** Records a command in one transaction; see {@link applyCaseChange} for what it throws. */
  @InjectTransactionManager()
  async applyCaseChange(change: CaseChange, @MedusaContext() context: Ctx = {}): Promise<CaseChangeResult> {
    return applyCaseChange(managerOf(context), change)
  }

  /** Takes a recorded command back, unless somebody else has moved the case since. Returns whether it did. */
  @InjectTransactionManager()
  async revertCaseChange(
    change: { negotiation_id: string; version: number; undo: CaseChangeResult["undo"] },
    @MedusaContext() context: Ctx = {}
  ): Promise<boolean> {
    return revertCaseChange(managerOf(context), change)
  }

  /** One case, or null; with a customer, only that customer's. */
  @InjectManager()
  async readCase(id: string, customerId?: string, @MedusaContext() context: Ctx = {}): Promise<CaseRecord | null> {
    return readCase(managerOf(context), id, customerId)
  }

  /** One page of a customer's cases. */
  @InjectManager()
  async listCases(
    query: Parameters<typeof listCases>[1],
    @MedusaContext() context: Ctx = {}
  ): Promise<{ records: CaseRecord[]; count: number }> {
    return listCases(managerOf(context), query)
  }

  /** One page of a company's agreements. */
  @InjectManager()
  async listAgreementRecords(
    query: Parameters<typeof listAgreementRecords>[1],
    @MedusaContext() context: Ctx = {}
  ): Promise<{ records: AgreementRecord[]; count: number }> {
    return listAgreementRecords(managerOf(context), query)
  }

  /** One agreement, or null. */
  @InjectManager()
  async readAgreement(id: string, @MedusaContext() context: Ctx = {}): Promise<AgreementRecord | null> {
    return readAgreement(managerOf(context), id)
  }

  /** Policy, costs, memory, open cases and agreed prices that a decision rests on. */
  @InjectManager()
  async readStoredFacts(query: FactsQuery, @MedusaContext() context: Ctx = {}): Promise<StoredFacts> {
    return readStoredFacts(managerOf(context), query)
  }

  /** How deep other companies asked for some variants: for the rep's eyes, never for a price. */
  @InjectManager()
  async readPeerAsks(query: PeerAsksQuery, @MedusaContext() context: Ctx = {}): Promise<PeerAsk[]> {
    return readPeerAsks(managerOf(context), query)
  }

  /** The companies of these customer groups or with these keys, oldest first. */
  @InjectManager()
  async readCompanies(query: CompaniesQuery, @MedusaContext() context: Ctx = {}): Promise<CompanyFact[]> {
    return readCompanies(managerOf(context), query)
  }

  /** Cases whose offer, or whose own time, has run out; at most `limit`. */
  @InjectManager()
  async dueCases(limit: number, @MedusaContext() context: Ctx = {}): Promise<DueCase[]> {
    return dueCases(managerOf(context), limit)
  }

  /** The answer kept under an idempotency key, or null. */
  @InjectManager()
  async findKeptAnswer(scope: string, key: string, @MedusaContext() context: Ctx = {}): Promise<KeptAnswer | null> {
    return findKeptAnswer(managerOf(context), scope, key)
  }

  /** Takes a key for something that changes no case; see {@link claimKey}. */
  @InjectTransactionManager()
  async claimKey(draft: IdempotencyDraft, deadAfterSeconds: number, @MedusaContext() context: Ctx = {}): Promise<boolean> {
    return claimKey(managerOf(context), draft, deadAfterSeconds)
  }

  /** Gives such a key back. */
  @InjectTransactionManager()
  async releaseKey(draft: IdempotencyDraft, @MedusaContext() context: Ctx = {}): Promise<void> {
    await releaseKey(managerOf(context), draft)
  }

  /** Keeps the answer to a request as it was sent. */
  @InjectTransactionManager()
  async keepAnswer(
    draft: IdempotencyDraft,
    negotiationId: string | null,
    answer: unknown,
    @MedusaContext() context: Ctx = {}
  ): Promise<void> {
    await keepAnswer(managerOf(context), draft, negotiationId, answer)
  }

  /** Counts one more request of a customer in this minute; see {@link countRequest}. */
  @InjectTransactionManager()
  async countRequest(customerId: string, now: Date, @MedusaContext() context: Ctx = {}): Promise<number> {
    return countRequest(managerOf(context), customerId, now)
  }

  /** Deletes what is kept for a short while only: idempotency keys older than a day, request counts of past minutes. */
  @InjectTransactionManager()
  async forgetShortLived(@MedusaContext() context: Ctx = {}): Promise<void> {
    await forgetOldKeys(managerOf(context))
    await forgetRequestCounts(managerOf(context))
  }
}
