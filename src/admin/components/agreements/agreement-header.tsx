import { Button, Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminAgreementDetail } from "../../../contract"
import { useFormat } from "../../hooks/use-format"
import { endOf } from "../../lib/agreements"
import { AgreementStatusBadge } from "./agreement-status"
import { FlagPills } from "./flag-pills"

/** The head of an agreement's page: whose it is, where it stands, and the way to end it. */
export function AgreementHeader({ agreement, onRevoke }: { agreement: AdminAgreementDetail; onRevoke: () => void }) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const end = endOf(agreement)
  return (
    <Container className="flex flex-col gap-y-2 px-6 py-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Heading level="h1">{t("agreementPage.title", { name: agreement.company_name })}</Heading>
          <AgreementStatusBadge status={agreement.status} />
          <FlagPills flags={agreement.flags} />
        </div>
        {agreement.status === "active" && (
          <Button size="small" variant="secondary" onClick={onRevoke}>
            {t("agreementPage.revoke")}
          </Button>
        )}
      </div>
      {agreement.customer_email && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("agreementPage.agreedWith", { email: agreement.customer_email, day: format.day(agreement.created_at) })}
        </Text>
      )}
      {agreement.status === "active" && end.how === "announced" && (
        <Text size="small" className="text-ui-tag-orange-text">
          {t("agreementPage.endsAnnounced", { moment: format.moment(end.at) })}
        </Text>
      )}
    </Container>
  )
}
