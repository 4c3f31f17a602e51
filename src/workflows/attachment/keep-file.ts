import { randomUUID } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, createWorkflow, StepResponse, transform, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { uploadFilesStep } from "@medusajs/medusa/core-flows"
import { ContractError, MAX_EVIDENCE_BYTES } from "../../contract"
import type { AttachmentDraft, AttachmentRecord } from "../../modules/negotiation/attachment-types"
import { negotiationService } from "../negotiation-service"
import { resolveCompany } from "../company/resolve-company"
import { fileNameOf, fileTypeOf } from "./file-type"

/** Files one person may have lying about that nothing names: enough for a careful person, no disk for a script. */
const MOST_LOOSE = 20

/** A file somebody sent. */
export interface KeepFileInput {
  /** The buyer for whose company it is kept. */
  readonly customer_id: string
  /** One of the seller's people who left it for that buyer; left out: the buyer did. */
  readonly actor_id?: string
  readonly name: string
  readonly content: Buffer
}

interface CheckedFile {
  readonly upload: { filename: string; mimeType: string; content: string; access: "private" }
  readonly draft: Omit<AttachmentDraft, "file_id">
}

/** Keeps the row. Compensation: it is forgotten again. */
const keepAttachmentStep = createStep(
  "negotiation-keep-attachment",
  async (draft: AttachmentDraft, { container }) => {
    const record = await negotiationService(container).keepAttachment(draft)
    return new StepResponse(record, record.id)
  },
  async (id, { container }) => {
    if (id) await negotiationService(container).dropAttachment(id)
  }
)

/** Uploads a checked file to the store's file provider, private, and keeps whose it is. Undone, neither is there. */
export const keepFileWorkflow = createWorkflow("negotiation-keep-file", (input: WorkflowData<CheckedFile>) => {
  const uploaded = uploadFilesStep(transform(input, ({ upload }) => ({ files: [upload] })))
  return new WorkflowResponse(keepAttachmentStep(transform({ input, uploaded }, (data) => ({ ...data.input.draft, file_id: data.uploaded[0]?.id ?? "" }))))
})

/**
 * Checks and keeps a file that a buyer left as evidence, or one of the seller's people for a buyer.
 * @throws ContractError `file_too_large`, `file_type` for what it is by its first bytes, `rate_limited` (`details.retry_after` in seconds) with
 * too many files lying about
 */
export async function keepFile(container: MedusaContainer, { customer_id, actor_id, name, content }: KeepFileInput): Promise<AttachmentRecord> {
  const leftBy = actor_id ?? customer_id
  if (content.length > MAX_EVIDENCE_BYTES) throw new ContractError("file_too_large", "The file is too large", { max_bytes: MAX_EVIDENCE_BYTES })
  const kind = fileTypeOf(content)
  if (kind === null) throw new ContractError("file_type", "Only PDF, PNG, JPEG and WebP files can be left")
  const [company, loose] = await Promise.all([resolveCompany(container, customer_id), negotiationService(container).countLooseAttachments(leftBy)])
  if (loose.count >= MOST_LOOSE) {
    throw new ContractError("rate_limited", "Too many files that nothing names: use them, or wait until they are forgotten", { retry_after: loose.seconds_left })
  }
  const input: CheckedFile = {
    // The name the provider sees can't be guessed: some providers hand out private files to whoever knows their name.
    upload: { filename: `${randomUUID()}.${kind.ending}`, mimeType: kind.type, content: content.toString("base64"), access: "private" },
    draft: { owner_key: company.key, customer_id: leftBy, name: fileNameOf(name), type: kind.type, size: content.length },
  }
  const { result } = await keepFileWorkflow(container).run({ input })
  return result
}
