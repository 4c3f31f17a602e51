import { Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Outlet, useParams, type UIMatch } from "react-router-dom"
import { CasePage } from "../../../components/case/case-page"
import { CaseSkeleton } from "../../../components/case/case-skeleton"
import { LoadError } from "../../../components/common/load-error"
import { NotFound } from "../../../components/common/not-found"
import { useCase } from "../../../hooks/use-case"
import { isNotFound } from "../../../lib/http"

/** One case with everything needed to decide. */
const NegotiationPage = () => {
  const { t } = useTranslation("negotiation")
  const { id = "" } = useParams()
  const negotiation = useCase(id)

  if (negotiation.data) {
    return (
      <>
        <CasePage key={id} negotiation={negotiation.data} readAt={negotiation.dataUpdatedAt} />
        <Outlet />
      </>
    )
  }
  if (!negotiation.isError) return <CaseSkeleton />
  return (
    <Container className="p-0">
      {isNotFound(negotiation.error) ? (
        <NotFound title={t("case.notFound.title")} text={t("case.notFound.text")} />
      ) : (
        <LoadError error={negotiation.error} onRetry={() => void negotiation.refetch()} busy={negotiation.isFetching} />
      )}
    </Container>
  )
}

const CaseCrumb = ({ id }: { id: string }) => {
  const { data } = useCase(id)
  return data ? <span>{`#${data.display_id} ${data.company.name}`}</span> : null
}

/** Its name in the line of pages above it. */
export const handle = { breadcrumb: (match: UIMatch) => <CaseCrumb id={match.params["id"] ?? ""} /> }

export default NegotiationPage
