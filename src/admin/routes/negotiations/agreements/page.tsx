import { defineRouteConfig } from "@medusajs/admin-sdk"
import { useQueryParams } from "@medusajs/dashboard/hooks"
import { Container, Tabs } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useSearchParams } from "react-router-dom"
import { AgreementTabs } from "../../../components/agreements/agreement-tabs"
import { AgreementsTable, PAGE_SIZE } from "../../../components/agreements/agreements-table"
import { AGREEMENT_QUERIES, agreementViewOf } from "../../../components/agreements/views"
import { Crumb } from "../../../components/common/crumb"
import { ViewHeader } from "../../../components/common/view-header"
import { useAgreements } from "../../../hooks/use-agreements"

/** `/negotiations/agreements`: the prices that hold, and what became of them. */
const AgreementsPage = () => {
  const { t } = useTranslation("negotiation")
  const [params, setParams] = useSearchParams()
  const view = agreementViewOf(params.get("view"))
  const { q, offset } = useQueryParams(["q", "offset"])
  const agreements = useAgreements({ ...AGREEMENT_QUERIES[view], ...(q ? { q } : {}), limit: PAGE_SIZE, offset: Number(offset ?? 0) || 0 })

  return (
    <Container className="p-0">
      <Tabs value={view} onValueChange={(next) => setParams(next === "active" ? {} : { view: next })} activationMode="manual">
        <ViewHeader title={t("agreements.title")} hint={t(`agreements.hint.${view}`)} at={agreements.dataUpdatedAt} />
        <AgreementTabs />
        <Tabs.Content value={view} tabIndex={-1}>
          <AgreementsTable key={view} view={view} agreements={agreements} filtered={Boolean(q)} />
        </Tabs.Content>
      </Tabs>
    </Container>
  )
}

/** Its place in the admin's menu. */
export const config = defineRouteConfig({
  label: "nav.agreements",
  rank: 1,
  translationNs: "negotiation",
})

/** Its name in the line of pages above it. */
export const handle = { breadcrumb: () => <Crumb name="nav.agreements" /> }

export default AgreementsPage
