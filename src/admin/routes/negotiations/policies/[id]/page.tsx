import { Container, Skeleton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useParams, type UIMatch } from "react-router-dom"
import { LoadError } from "../../../../components/common/load-error"
import { NotFound } from "../../../../components/common/not-found"
import { PolicyPage } from "../../../../components/policies/policy-page"
import { usePolicy } from "../../../../hooks/use-policies"

/** `/negotiations/policies/:id` */
const Page = () => {
  const { t } = useTranslation("negotiation")
  const policy = usePolicy(useParams()["id"])
  if (policy.data) return <PolicyPage key={`${policy.data.id}-${policy.data.version}-${policy.data.status}`} policy={policy.data} />
  if (policy.isPending) return <Skeleton role="status" aria-label={t("common.loading")} className="h-96 rounded-lg" />
  return (
    <Container className="p-0">
      {policy.isError ? (
        <LoadError error={policy.error} onRetry={() => void policy.refetch()} busy={policy.isFetching} />
      ) : (
        <NotFound title={t("policies.notFound.title")} text={t("policies.notFound.text")} />
      )}
    </Container>
  )
}

const PolicyCrumb = ({ id }: { id: string | undefined }) => {
  const { data } = usePolicy(id)
  return data ? <span>{data.name}</span> : null
}

/** Its name in the line of pages above it. */
export const handle = { breadcrumb: (match: UIMatch) => <PolicyCrumb id={match.params["id"]} /> }

export default Page
