import { Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useParams, type UIMatch } from "react-router-dom"
import { AgreementPage } from "../../../../components/agreements/agreement-page"
import { CaseSkeleton } from "../../../../components/case/case-skeleton"
import { LoadError } from "../../../../components/common/load-error"
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
        <div className="flex flex-col items-center gap-y-1 px-6 py-16 text-center">
          <Heading level="h1">{t("agreementPage.notFound.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("agreementPage.notFound.text")}
          </Text>
        </div>
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

export const handle = { breadcrumb: (match: UIMatch) => <AgreementCrumb id={match.params["id"]} /> }

export default Page
