import type { ExecArgs } from "@medusajs/framework/types"
import { ensureKnownAttributes } from "../workflows/agreement/known-attributes"

/** Run once by `medusa db:migrate`, before the store starts; see {@link ensureKnownAttributes}. */
export default async function negotiationKnownAttributes({ container }: Pick<ExecArgs, "container">): Promise<void> {
  await ensureKnownAttributes(container)
}
