import { Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useParams, type UIMatch } from "react-router-dom"
import { AgreementPage } from "../../../../components/agreements/agreement-page"
import { CaseSkeleton } from "../../../../components/case/case-skeleton"
import { LoadError } from "../../../../components/common/load-error"
import { NotFound } from "../../../../components/common/not-found"
import { useAgreement } from "../../../../hooks/use-agreements"
import { isNotFound } from "../../../../lib/http"

/** `/negotiations/agreements/:id` */
const Page = () => {
  const { t } = useTranslation("negotiation")
  const { id } = useParams()
  const agreement = useAgreement(id)
  if (agreement.data) return <AgreementPage key={id} agreement={agreement.data} readAt={agreement.dataUpdatedAt} />
  if (!agreement.isError) return <CaseSkeleton />
  return (
    <Container className="p-0">
      {isNotFound(agreement.error) ? (
        <NotFound title={t("agreementPage.notFound.title")} text={t("agreementPage.notFound.text")} />
      ) : (
        <LoadError error={agreement.error} onRetry={() => void agreement.refetch()} busy={agreement.isFetching} />
      )}
    </Container>
  )
}

const AgreementCrumb = ({ id }: { id: string | undefined }) => {
  const { data } = useAgreement(id)
  return data ? <span>{data.company_name}</span> : null
}

/** Its name in the line of pages above it. */
export const handle = { breadcrumb: (match: UIMatch) => <AgreementCrumb id={match.params["id"]} /> }

export default Page
