import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { AdminNegotiation } from "../../../contract"
import { historySteps } from "../../lib/changes"
import { Section } from "../common/section"
import { HistoryEntry } from "./history-entry"

/** Where "see what changed" leads to. */
export const HISTORY_ID = "negotiation-history"

/** The whole case as a timeline, newest first, each step with its differences. Messages that came with no step stand in their own section. */
export function HistorySection({ negotiation, fresh }: { negotiation: AdminNegotiation; fresh: ReadonlySet<string> }) {
  const { t } = useTranslation("negotiation")
  const steps = useMemo(() => historySteps(negotiation).filter(({ kind }) => kind !== "message").reverse(), [negotiation])
  const buyer = negotiation.customer.name ?? negotiation.customer.email
  return (
    <div id={HISTORY_ID} className="scroll-mt-4">
      <Section title={t("history.title")}>
        <ol className="px-6 py-5">
          {steps.map((step) => (
            <HistoryEntry key={step.id} step={step} currency={negotiation.currency_code} buyer={buyer} fresh={fresh.has(step.id)} />
          ))}
        </ol>
      </Section>
    </div>
  )
}
