import { z } from "zod"

/** Kinds of file a buyer may leave as evidence; told by their first bytes, not by their names. */
export const EVIDENCE_TYPES = ["application/pdf", "image/png", "image/jpeg", "image/webp"] as const

/** Largest piece of evidence, in bytes. */
export const MAX_EVIDENCE_BYTES = 10_000_000

/** Most files one message may carry. */
export const MAX_FILES_A_MESSAGE = 5

/**
 * A file a buyer left, or a rep left for them: what `POST /store/negotiation-files` and `POST /admin/negotiations/:id/files` answer as
 * `{ file }`. Its content is `GET /store/negotiation-files/:id`.
 */
export const storeFileSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  type: z.enum(EVIDENCE_TYPES),
  /** Bytes. */
  size: z.number().int(),
  created_at: z.iso.datetime(),
})
/** A file a buyer left. */
export type StoreFile = z.infer<typeof storeFileSchema>

/** A file of a case as the seller's people see it, and what it was left for: a line's competing offer, or a message. */
export const adminFileSchema = storeFileSchema.extend({ line_id: z.string().nullable(), message_id: z.string().nullable() })
/** A file of a case as the seller's people see it. */
export type AdminFile = z.infer<typeof adminFileSchema>
