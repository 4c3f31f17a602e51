import type { MedusaContainer } from "@medusajs/framework/types"
import { ContractError } from "../../contract"
import { negotiationService } from "../negotiation-service"

/**
 * Checks that a company has left these files, and notes that they are used. Noted and then not used after all, a file is kept
 * for longer than it had to be, and nothing else.
 *
 * @throws ContractError `unknown_file`, whether it is missing or another company's
 */
export async function requireFiles(container: MedusaContainer, ownerKey: string, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return
  const found = await negotiationService(container).attach(wanted, ownerKey)
  if (found.length < wanted.length) throw new ContractError("unknown_file", "A file is not there")
}
