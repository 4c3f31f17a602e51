import type { MedusaRequest } from "@medusajs/framework/http"
import { ContractError, MAX_EVIDENCE_BYTES } from "../contract"

/** What the parts' own headers may take beside the file. */
const FRAME_BYTES = 20_000
const MOST_BYTES = MAX_EVIDENCE_BYTES + FRAME_BYTES

const tooLarge = () => new ContractError("file_too_large", "The file is too large", { max_bytes: MAX_EVIDENCE_BYTES })

/** Reads a body up to the most it may have; what comes after that is dropped, and a sender who never stops is cut off. */
async function readBody(req: MedusaRequest): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of req) {
    size += (part as Buffer).length
    if (size <= MOST_BYTES) parts.push(part as Buffer)
    else parts.length = 0
    if (size > 2 * MOST_BYTES) break
  }
  if (size > MOST_BYTES) throw tooLarge()
  return Buffer.concat(parts)
}

/**
 * The file of a `multipart/form-data` body, in its field `file`.
 * @throws ContractError `invalid_data`, `file_too_large`
 */
export async function readUpload(req: MedusaRequest): Promise<{ readonly name: string; readonly content: Buffer }> {
  const type = req.get("content-type") ?? ""
  if (!/^multipart\/form-data\b/i.test(type)) throw new ContractError("invalid_data", "Send the file as multipart/form-data, in the field file")
  const body = await readBody(req)
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData().catch(() => null)
  const file = form?.get("file")
  if (!(file instanceof Blob)) throw new ContractError("invalid_data", "file: a file is needed")
  return { name: file instanceof File ? file.name : "file", content: Buffer.from(await file.arrayBuffer()) }
}
