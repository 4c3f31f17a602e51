import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { negotiationService } from "../workflows/negotiation-service"

const AT_ONCE = 100

/** Every night: files that were left and never used are forgotten, and deleted at the file provider. */
export default async function forgetLooseFiles(container: MedusaContainer): Promise<void> {
  for (;;) {
    const ids = await negotiationService(container).forgetLooseAttachments(AT_ONCE)
    if (ids.length > 0) await container.resolve(Modules.FILE).deleteFiles(ids)
    if (ids.length < AT_ONCE) return
  }
}

/** Every night, off the full hour other jobs crowd on. */
export const config = { name: "negotiation-forget-loose-files", schedule: "40 3 * * *" }
