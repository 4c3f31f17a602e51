import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminNegotiation } from "../../../contract"
import { useFormat } from "../../hooks/use-format"
import { MarginBar } from "../common/margin-bar"
import { Fact, Section } from "../common/section"
import { TaxNote } from "../common/tax-note"
import { canDecide } from "./case-header"

/** What the engine would offer now: a proposal, taken over with one click and still the rep's to change. */
export function SuggestionSection({ negotiation }: { negotiation: AdminNegotiation }) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const { suggestion, currency_code: currency, lines } = negotiation
  if (!suggestion) {
    return (
      <Section title={t("suggestion.title")}>
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("suggestion.none")}
        </Text>
      </Section>
    )
  }
  return (
    <Section
      title={t("suggestion.title")}
      actions={
        canDecide(negotiation) && (
          <Button size="small" variant="secondary" asChild>
            <Link to="counter">{t("suggestion.use")}</Link>
          </Button>
        )
      }
    >
      {suggestion.lines.map((line) => (
        <Fact key={line.line_id} label={lines.find(({ id }) => id === line.line_id)?.title ?? line.line_id}>
          <span className="text-ui-fg-base tabular-nums">
            {t("offer.line", { count: line.quantity, quantity: format.count(line.quantity), price: format.unitPrice(line.unit_price, currency) })}
            <TaxNote rate={lines.find(({ id }) => id === line.line_id)?.tax_rate ?? 0} />
          </span>
        </Fact>
      ))}
      <Fact label={t("offer.contribution")}>{suggestion.contribution === null ? t("margin.costMissing") : format.money(suggestion.contribution, currency)}</Fact>
      <Fact label={t("offer.margin")}>
        <MarginBar margin={suggestion.margin} />
      </Fact>
    </Section>
  )
}
