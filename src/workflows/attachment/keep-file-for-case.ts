import type { MedusaContainer } from "@medusajs/framework/types"
import { ContractError } from "../../contract"
import type { AttachmentRecord } from "../../modules/negotiation/attachment-types"
import { negotiationService } from "../negotiation-service"
import { companyOfCase } from "../case/load-command"
import { keepFile, type KeepFileInput } from "./keep-file"

/** A file one of the seller's people sends for a case. */
export interface KeepFileForCaseInput extends Pick<KeepFileInput, "name" | "content"> {
  readonly id: string
  readonly actor_id: string
}

/**
 * Keeps a file of a rep's for the company of a case's buyer, who may read it from then on.
 * @throws ContractError `not_found`, `not_negotiable` where the buyer has left the company, and what {@link keepFile} throws
 */
export async function keepFileForCase(container: MedusaContainer, { id, ...file }: KeepFileForCaseInput): Promise<AttachmentRecord> {
  const record = await negotiationService(container).readCase(id)
  if (!record) throw new ContractError("not_found", "Not found")
  await companyOfCase(container, record)
  return keepFile(container, { ...file, customer_id: record.negotiation.customer_id })
}
