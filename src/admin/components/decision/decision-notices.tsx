import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminNegotiation } from "../../../contract"
import type { WatchedCase } from "../../hooks/use-case-changes"
import { canDecide } from "../case/case-header"
import { ChangedMeanwhile } from "../case/changed-meanwhile"

interface DecisionNoticesProps {
  newest: AdminNegotiation
  watched: WatchedCase
  refusal: string | null
  warnings: readonly string[]
}

/** What a rep must read before deciding: what changed, why the store refused, what is unusual about the prices. */
export function DecisionNotices({ newest, watched, refusal, warnings }: DecisionNoticesProps) {
  const { t } = useTranslation("negotiation")
  return (
    <>
      {watched.changes && (
        <ChangedMeanwhile
          negotiation={newest}
          changes={watched.changes}
          action={t(canDecide(newest) ? "conflict.decideAnew" : "conflict.seen")}
          onAcknowledge={watched.acknowledge}
        />
      )}
      {!watched.changes && !canDecide(newest) && <Alert variant="warning">{t("decision.tooLate")}</Alert>}
      {refusal && (
        <div role="alert">
          <Alert variant="error">{refusal}</Alert>
        </div>
      )}
      {warnings.map((warning) => (
        <Alert key={warning} variant="warning">
          {warning}
        </Alert>
      ))}
    </>
  )
}
