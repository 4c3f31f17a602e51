import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminAgreementDetail } from "../../../contract"
import { useWords } from "../../hooks/use-words"
import type { HistoryStep } from "../../lib/changes"
import { HistoryEntry } from "../case/history-entry"
import { Section } from "../common/section"

/**
 * Orders stand for themselves: one is no change of the one before. Statuses in the trail are the negotiation's, which has a page
 * of its own.
 */
function stepsOf(agreement: AdminAgreementDetail): HistoryStep[] {
  const titles = new Map(agreement.lines.map((line) => [line.variant_id, line.title]))
  return agreement.history
    .map((entry) => ({
      ...entry,
      ...{ status_before: null, status_after: null },
      lines: entry.lines.map((line) => ({ ...line, title: titles.get(line.variant_id) ?? line.variant_id, price_change: null, quantity_change: null })),
    }))
    .reverse()
}

/** What happened to an agreement, newest first. */
export function AgreementHistory({ agreement }: { agreement: AdminAgreementDetail }) {
  const { t } = useTranslation("negotiation")
  const words = useWords()
  const steps = stepsOf(agreement)
  return (
    <Section title={t("agreementPage.section.history")}>
      {steps.length === 0 ? (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("agreementPage.noHistory")}
        </Text>
      ) : (
        <ol className="px-6 py-5">
          {steps.map((step) => (
            <HistoryEntry key={step.id} step={step} currency={agreement.currency_code} buyer={agreement.customer_email ?? words.by("buyer")} />
          ))}
        </ol>
      )}
    </Section>
  )
}
