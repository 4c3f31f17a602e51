import { pipeline } from "node:stream/promises"
import type { MedusaResponse } from "@medusajs/framework/http"
import type { OpenFile } from "../workflows/attachment/open-file"

/** `filename*` of RFC 6266: any name, in letters a header may carry. */
function attachmentHeader(name: string): string {
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename*=UTF-8''${encoded}`
}

/** Sends a file that somebody else made: to be kept, never to be run as part of a page. */
export async function sendFile(res: MedusaResponse, { name, type, content }: OpenFile): Promise<void> {
  res.setHeader("Content-Type", type)
  res.setHeader("Content-Disposition", attachmentHeader(name))
  res.setHeader("X-Content-Type-Options", "nosniff")
  res.setHeader("Content-Security-Policy", "sandbox; default-src 'none'")
  res.setHeader("Cache-Control", "private, no-store")
  // A reader who leaves in the middle is no fault of anybody's.
  await pipeline(content, res).catch(() => res.destroy())
}
