import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminNegotiation } from "../../../contract"
import { useAgreement } from "../../hooks/use-agreements"
import { useFormat } from "../../hooks/use-format"
import { commitmentOf, endOf } from "../../lib/agreements"
import { AgreementFacts } from "../agreements/agreement-facts"
import { AgreementStatusBadge } from "../agreements/agreement-status"
import { CommitmentBar } from "../agreements/commitment-bar"
import { FlagPills } from "../agreements/flag-pills"
import { Fact, Section } from "../common/section"

/** What was agreed and what became of it, with the way to its own page. What the case itself says stands at once. */
export function AgreementSection({ negotiation }: { negotiation: AdminNegotiation }) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const { agreement } = negotiation
  const detail = useAgreement(agreement?.id).data
  if (!agreement) return null
  const end = endOf({ ...agreement, ended_at: detail?.ended_at ?? null })
  return (
    <Section
      title={t("agreement.title")}
      actions={
        <Button size="small" variant="secondary" asChild>
          <Link to={`/negotiations/agreements/${agreement.id}`}>{t("agreement.open")}</Link>
        </Button>
      }
    >
      <Fact label={t("agreement.status")}>
        <span className="flex flex-wrap items-center gap-2">
          <AgreementStatusBadge status={agreement.status} />
          {detail && <FlagPills flags={detail.flags} />}
        </span>
      </Fact>
      {agreement.lines.map((line) => {
        const commitment = commitmentOf([line])
        return (
          <Fact key={`${line.variant_id}-${line.min_quantity}`} label={line.title}>
            <span className="text-ui-fg-base tabular-nums">
              {t("agreement.line", { quantity: format.count(line.min_quantity), price: format.unitPrice(line.unit_price, agreement.currency_code) })}
              {agreement.is_tax_inclusive && `, ${t("agreements.inclTax")}`}
            </span>
            {line.remaining_quantity !== null && <span className="block">{t("agreement.remaining", { quantity: format.count(line.remaining_quantity) })}</span>}
            {commitment && (
              <span className="mt-2 block">
                <CommitmentBar commitment={commitment} status={agreement.status} due={end.at} />
              </span>
            )}
          </Fact>
        )
      })}
      {detail ? <AgreementFacts agreement={detail} /> : <Fact label={t("agreement.until")}>{format.moment(end.at)}</Fact>}
    </Section>
  )
}
