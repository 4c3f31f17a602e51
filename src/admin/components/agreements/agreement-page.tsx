import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminAgreementDetail } from "../../../contract"
import { AsOf } from "../common/as-of"
import { Section } from "../common/section"
import { AgreedLinesSection } from "./agreed-lines-section"
import { AgreementFacts, CaseFact } from "./agreement-facts"
import { AgreementHeader } from "./agreement-header"
import { AgreementHistory } from "./agreement-history"
import { FlagsSection } from "./flags-section"
import { LookedAtDrawer } from "./looked-at-drawer"
import { RevokeDrawer } from "./revoke-drawer"
import { UsesSection } from "./uses-section"

/** An agreement's page: what a person should look at first, then prices, orders and history; the terms at the side. */
export function AgreementPage({ agreement, readAt }: { agreement: AdminAgreementDetail; readAt: number }) {
  const { t } = useTranslation("negotiation")
  const [opened, setOpened] = useState<"revoke" | "looked-at" | null>(null)
  const close = () => setOpened(null)
  return (
    <div className="flex flex-col gap-y-3">
      <AgreementHeader agreement={agreement} onRevoke={() => setOpened("revoke")} />
      <FlagsSection agreement={agreement} onLookedAt={() => setOpened("looked-at")} />
      <AgreedLinesSection agreement={agreement} />
      <div className="flex flex-col gap-x-4 gap-y-3 xl:grid xl:grid-cols-[minmax(0,_1fr)_400px] xl:items-start">
        <div className="flex min-w-0 flex-col gap-y-3">
          <UsesSection agreement={agreement} />
          <AgreementHistory agreement={agreement} />
        </div>
        <div className="min-w-0">
          <Section title={t("agreementPage.section.terms")}>
            <AgreementFacts agreement={agreement} />
            <CaseFact agreement={agreement} />
          </Section>
        </div>
      </div>
      <AsOf at={readAt} />
      {opened === "revoke" && <RevokeDrawer agreement={agreement} onClose={close} />}
      {opened === "looked-at" && <LookedAtDrawer agreement={agreement} onClose={close} />}
    </div>
  )
}
