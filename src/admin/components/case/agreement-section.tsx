import { useTranslation } from "react-i18next"
import type { AdminNegotiation } from "../../../contract"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { Fact, Section } from "../common/section"

/** What was agreed, and what is left of it. */
export function AgreementSection({ negotiation }: { negotiation: AdminNegotiation }) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const words = useWords()
  const { agreement } = negotiation
  if (!agreement) return null
  return (
    <Section title={t("agreement.title")}>
      <Fact label={t("agreement.status")}>{words.agreementStatus(agreement.status)}</Fact>
      <Fact label={t("agreement.until")}>{format.moment(agreement.valid_until)}</Fact>
      {agreement.lines.map((line) => (
        <Fact key={line.variant_id} label={line.title}>
          <span className="text-ui-fg-base tabular-nums">
            {t("agreement.line", { quantity: format.count(line.min_quantity), price: format.unitPrice(line.unit_price, agreement.currency_code) })}
          </span>
          {line.remaining_quantity !== null && (
            <span className="text-ui-fg-subtle block">{t("agreement.remaining", { quantity: format.count(line.remaining_quantity) })}</span>
          )}
        </Fact>
      ))}
    </Section>
  )
}
