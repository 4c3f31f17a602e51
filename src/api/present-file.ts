import type { StoreFile } from "../contract"
import type { AttachmentRecord } from "../modules/negotiation/attachment-types"

/** A kept file as both sides are told of it. */
export function presentFile({ id, name, type, size, created_at }: AttachmentRecord): StoreFile {
  return { id, name, type, size, created_at: new Date(created_at).toISOString() }
}
