import { Alert, Button, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { AdminNegotiation } from "../../../contract"
import { useWords } from "../../hooks/use-words"
import type { CaseChanges } from "../../lib/changes"
import { HistoryEntry } from "./history-entry"

interface ChangedMeanwhileProps {
  negotiation: AdminNegotiation
  changes: CaseChanges
  /** What the button says, and does. */
  action: ReactNode
  onAcknowledge: () => void
}

/** Says that somebody else changed the case, and shows what, before anything is decided on the old state. */
export function ChangedMeanwhile({ negotiation, changes, action, onAcknowledge }: ChangedMeanwhileProps) {
  const { t } = useTranslation("negotiation")
  const words = useWords()
  const buyer = negotiation.customer.name ?? negotiation.customer.email
  return (
    <div role="alert">
      <Alert variant="warning" className="[&>div]:w-full [&>div]:min-w-0">
        <div className="flex flex-col gap-y-3">
          <Text size="small" weight="plus">
            {t("conflict.title")}
          </Text>
          <details open={changes.entries.length <= 2}>
            <summary className="txt-compact-small cursor-pointer">{t("conflict.see")}</summary>
            <div className="mt-3 flex flex-col gap-y-2">
              {changes.status && (
                <Text size="small">{t("conflict.status", { before: words.status(changes.status.before), after: words.status(changes.status.after) })}</Text>
              )}
              {changes.reassigned && <Text size="small">{t("conflict.reassigned")}</Text>}
              {changes.entries.length > 0 && (
                <ol>
                  {changes.entries.map((step) => (
                    <HistoryEntry key={step.id} step={step} currency={negotiation.currency_code} buyer={buyer} />
                  ))}
                </ol>
              )}
            </div>
          </details>
          <div>
            <Button size="small" variant="secondary" type="button" onClick={onAcknowledge}>
              {action}
            </Button>
          </div>
        </div>
      </Alert>
    </div>
  )
}
