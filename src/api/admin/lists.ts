import type { MedusaResponse } from "@medusajs/framework/http"

/** A list answered page by page: `{ <name>, count, offset, limit }`. */
export function sendPage(
  res: MedusaResponse,
  name: string,
  found: { readonly rows: readonly unknown[]; readonly count: number },
  page: { readonly limit: number; readonly offset: number }
): void {
  res.json({ [name]: found.rows, count: found.count, offset: page.offset, limit: page.limit })
}
