import type { MedusaResponse } from "@medusajs/framework/http"
import { ContractError } from "../../contract"

/** A list answered page by page: `{ <name>, count, offset, limit }`. */
export function sendPage(
  res: MedusaResponse,
  name: string,
  found: { readonly rows: readonly unknown[]; readonly count: number },
  page: { readonly limit: number; readonly offset: number }
): void {
  res.json({ [name]: found.rows, count: found.count, offset: page.offset, limit: page.limit })
}

/**
 * Reads `status=active,expired`.
 * @throws ContractError `invalid_data` for a word that is no status of that kind of thing
 */
export function statusesOf<Status extends string>(list: string, known: readonly Status[]): Status[] {
  return list.split(",").map((text) => {
    const word = text.trim()
    const status = known.find((each) => each === word)
    if (status === undefined) throw new ContractError("invalid_data", `status: must be one of ${known.join(", ")}`)
    return status
  })
}
