import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminAgreementDetail } from "../../../contract"
import { useFormat } from "../../hooks/use-format"
import { QuietLink } from "../common/quiet-link"
import { Section } from "../common/section"

/** What a person should look at, newest first, each with its order, and the way to say that one has. */
export function FlagsSection({ agreement, onLookedAt }: { agreement: AdminAgreementDetail; onLookedAt: () => void }) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  if (agreement.flags.length === 0) return null
  const newestFirst = [...agreement.flags].sort((a, b) => b.at.localeCompare(a.at))
  return (
    <Section
      title={t("agreementPage.section.flags")}
      hint={t("agreementPage.flagsHint")}
      actions={
        <Button size="small" variant="secondary" onClick={onLookedAt}>
          {t("agreementPage.lookedAt")}
        </Button>
      }
    >
      <ul className="divide-y">
        {newestFirst.map((flag) => (
          <li key={`${flag.kind}-${flag.at}-${flag.order_id}`} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 px-6 py-3">
            <div className="min-w-0 max-w-2xl">
              <Text size="small" leading="compact" weight="plus" className="text-ui-tag-orange-text">
                {t(`flag.${flag.kind}.title`)}
              </Text>
              <Text size="small" className="text-ui-fg-subtle">
                {t(`flag.${flag.kind}.text`)}
              </Text>
              {flag.detail && (
                <Text size="small" className="text-ui-fg-subtle tabular-nums">
                  {flag.detail}
                </Text>
              )}
            </div>
            <div className="txt-compact-small text-ui-fg-subtle flex items-baseline gap-x-4">
              {flag.order_id && (
                <QuietLink to={`/orders/${flag.order_id}`}>
                  {t("agreementPage.flagOrder")}
                </QuietLink>
              )}
              <time dateTime={flag.at}>{format.moment(flag.at)}</time>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
