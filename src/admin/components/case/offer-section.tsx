import { Badge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminNegotiation } from "../../../contract"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { MarginBar } from "../common/margin-bar"
import { Section } from "../common/section"
import { TaxNote } from "../common/tax-note"

type Offer = NonNullable<AdminNegotiation["offer"]>

/** What is on the table: each option as the buyer reads it, and what it leaves the seller. */
export function OfferSection({ negotiation }: { negotiation: AdminNegotiation }) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const { offer } = negotiation
  if (!offer) return null
  return (
    <Section title={t("offer.title")} hint={t(`offer.origin.${offer.origin}`, { round: offer.round, moment: format.moment(offer.expires_at) })}>
      <ul className="grid gap-3 px-6 py-4 md:grid-cols-2">
        {offer.options.map((option) => (
          <OptionCard key={option.id} option={option} negotiation={negotiation} />
        ))}
      </ul>
    </Section>
  )
}

function OptionCard({ option, negotiation }: { option: Offer["options"][number]; negotiation: AdminNegotiation }) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const words = useWords()
  const currency = negotiation.currency_code
  const lineOf = (lineId: string) => negotiation.lines.find((line) => line.id === lineId)
  return (
    <li className="bg-ui-bg-component shadow-elevation-card-rest flex flex-col gap-y-3 rounded-lg p-4">
      <div className="flex items-start justify-between gap-x-2">
        <Text size="small" weight="plus">
          {option.headline}
        </Text>
        <Badge size="2xsmall" className="shrink-0">
          {words.optionKind(option.kind)}
        </Badge>
      </div>
      <ul className="txt-compact-small text-ui-fg-subtle flex flex-col gap-y-1">
        {option.lines.map((line) => (
          <li key={line.line_id} className="flex flex-wrap justify-between gap-x-3 tabular-nums">
            {negotiation.lines.length > 1 && <span className="min-w-0 truncate">{lineOf(line.line_id)?.title ?? line.line_id}</span>}
            <span>{t("offer.line", { count: line.quantity, quantity: format.count(line.quantity), price: format.unitPrice(line.unit_price, currency) })}</span>
            <TaxNote rate={lineOf(line.line_id)?.tax_rate ?? 0} />
          </li>
        ))}
      </ul>
      <dl className="txt-compact-small text-ui-fg-subtle grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 [&_dd]:text-right">
        <dt>{t("offer.contribution")}</dt>
        <dd className="tabular-nums">{option.contribution === null ? t("margin.costMissing") : format.money(option.contribution, currency)}</dd>
        <dt>{t("offer.margin")}</dt>
        <dd>
          <MarginBar margin={option.margin} />
        </dd>
        <dt>{t("offer.saving")}</dt>
        <dd className="tabular-nums">{format.money(option.saving_total, currency)}</dd>
      </dl>
      {option.conditions.length > 0 && (
        <ul className="txt-compact-xsmall text-ui-fg-subtle list-disc pl-4">
          {option.conditions.map((condition) => (
            <li key={condition}>{condition}</li>
          ))}
        </ul>
      )}
    </li>
  )
}
