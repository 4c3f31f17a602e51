import type { AdminFile, StoreFile } from "../../contract"

/** What is known of a file when it is left. */
export interface AttachmentDraft {
  /** The key of the buyer's company. */
  readonly owner_key: string
  /** Who left it: the customer, or one of the seller's people for them. */
  readonly customer_id: string
  /** The file's id at the file provider. */
  readonly file_id: string
  readonly name: string
  readonly type: StoreFile["type"]
  readonly size: number
}

/** A file as the table has it. */
export interface AttachmentRecord extends Omit<AttachmentDraft, "customer_id"> {
  readonly id: string
  readonly created_at: string | Date
}

/** A file of a case, and what named it. */
export interface CaseFile extends AdminFile {
  readonly file_id: string
}
