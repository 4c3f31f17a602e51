import type { Readable } from "node:stream"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { negotiationService } from "../negotiation-service"
import { resolveCompany } from "../company/resolve-company"

/** A file on its way to a reader. */
export interface OpenFile {
  readonly name: string
  readonly type: string
  readonly content: Readable
}

/** Resolves once the first bytes are there; rejects where there are none to come. */
function begun(content: Readable): Promise<void> {
  return new Promise((resolve, reject) => {
    content.once("readable", resolve)
    content.once("error", reject)
  })
}

async function open(container: MedusaContainer, file: { name: string; type: string; file_id: string } | null | undefined): Promise<OpenFile | null> {
  if (!file) return null
  try {
    const content = await container.resolve(Modules.FILE).getDownloadStream(file.file_id)
    await begun(content)
    return { name: file.name, type: file.type, content }
  } catch {
    // Gone at the provider, for whatever reason, it is gone for the reader.
    return null
  }
}

/** A file of the buyer's company, or null: missing, another company's and lost at the provider are one. */
export async function openOwnFile(container: MedusaContainer, id: string, customerId: string): Promise<OpenFile | null> {
  const { key } = await resolveCompany(container, customerId)
  return open(container, await negotiationService(container).readAttachment(id, key))
}

/** A file that a case names, for the seller's people, or null. */
export async function openCaseFile(container: MedusaContainer, negotiationId: string, id: string): Promise<OpenFile | null> {
  const files = await negotiationService(container).caseFiles(negotiationId)
  return open(container, files.find((each) => each.id === id))
}
