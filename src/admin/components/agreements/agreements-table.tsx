import { DataTable } from "@medusajs/dashboard/components"
import { useTranslation } from "react-i18next"
import type { useAgreements } from "../../hooks/use-agreements"
import { useRowWalk } from "../../hooks/use-row-walk"
import { LoadError } from "../common/load-error"
import { agreementHref } from "./cells"
import { useAgreementColumns } from "./columns"
import type { AgreementView } from "./views"

/** Rows of one page. */
export const PAGE_SIZE = 20

interface AgreementsTableProps {
  view: AgreementView
  agreements: ReturnType<typeof useAgreements>
  filtered: boolean
}

/** The agreements' table: skeletons while it loads, what went wrong with a retry, an honest word where there is nothing. */
export function AgreementsTable({ view, agreements, filtered }: AgreementsTableProps) {
  const { t } = useTranslation("negotiation")
  const columns = useAgreementColumns()
  const table = useRowWalk()
  const noMatch = { heading: t("agreements.noMatch.title"), description: t("agreements.noMatch.text") }

  if (agreements.isError) {
    return (
      <div className="border-t xl:mt-14">
        <LoadError error={agreements.error} onRetry={() => void agreements.refetch()} busy={agreements.isFetching} />
      </div>
    )
  }
  return (
    <div ref={table} className="[&_tbody_tr:focus-within]:bg-ui-bg-highlight [&_tbody_tr:focus-within_td]:bg-ui-bg-highlight">
      <DataTable
        data={agreements.data?.agreements ?? []}
        columns={columns}
        getRowId={(row) => row.id}
        rowCount={agreements.data?.count ?? 0}
        pageSize={PAGE_SIZE}
        rowHref={agreementHref}
        isLoading={agreements.isPending}
        emptyState={{
          empty: filtered ? noMatch : { heading: t(`agreements.empty.${view}.title`), description: t(`agreements.empty.${view}.text`) },
          filtered: noMatch,
        }}
      />
    </div>
  )
}
