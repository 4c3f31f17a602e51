import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { PolicyNote } from "../../lib/policy-problems"

const LONG_MS = 15_000

/** Says what somebody should know of a policy although it was saved. */
export function useSayWarnings(): (warnings: readonly PolicyNote[]) => void {
  const { t } = useTranslation("negotiation")
  return (warnings) => {
    for (const { path, message } of warnings) toast.warning(t("rules.warnings"), { description: `${path} ${message}`, duration: LONG_MS })
  }
}
