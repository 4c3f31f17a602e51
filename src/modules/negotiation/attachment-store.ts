import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import type { AttachmentDraft, AttachmentRecord, CaseFile } from "./attachment-types"
import { managerOf } from "./case-store"
import { attach, countLoose, dropAttachment, forgetLoose, keepAttachment, readAttachment } from "./operations/attachments"
import { caseFiles } from "./queries"
import { QueryStore } from "./query-store"

type Ctx = Context<SqlEntityManager>

/** Files that buyers left: whose they are, and what named them. */
export class AttachmentStore extends QueryStore {
  /** Keeps what is known of a file. */
  @InjectTransactionManager()
  async keepAttachment(draft: AttachmentDraft, @MedusaContext() context: Ctx = {}): Promise<AttachmentRecord> {
    return keepAttachment(managerOf(context), draft)
  }

  /** Forgets a file again; a missing one is no error. */
  @InjectTransactionManager()
  async dropAttachment(id: string, @MedusaContext() context: Ctx = {}): Promise<void> {
    await dropAttachment(managerOf(context), id)
  }

  /** A file of this company, or null. */
  @InjectManager()
  async readAttachment(id: string, ownerKey: string, @MedusaContext() context: Ctx = {}): Promise<AttachmentRecord | null> {
    return readAttachment(managerOf(context), id, ownerKey)
  }

  /** How many files of a customer nothing has named yet, and in how many seconds the oldest of them may be forgotten. */
  @InjectManager()
  async countLooseAttachments(customerId: string, @MedusaContext() context: Ctx = {}): Promise<{ count: number; seconds_left: number }> {
    return countLoose(managerOf(context), customerId)
  }

  /** Notes that files are named by something. @returns the ids of those that are this company's */
  @InjectTransactionManager()
  async attach(ids: readonly string[], ownerKey: string, @MedusaContext() context: Ctx = {}): Promise<string[]> {
    return attach(managerOf(context), ids, ownerKey)
  }

  /** Forgets files that nothing has named for two days. @returns their ids at the file provider, at most `limit` */
  @InjectTransactionManager()
  async forgetLooseAttachments(limit: number, @MedusaContext() context: Ctx = {}): Promise<string[]> {
    return forgetLoose(managerOf(context), limit)
  }

  /** The files of a case, oldest first. */
  @InjectManager()
  async caseFiles(negotiationId: string, @MedusaContext() context: Ctx = {}): Promise<CaseFile[]> {
    return caseFiles(managerOf(context), negotiationId)
  }
}
