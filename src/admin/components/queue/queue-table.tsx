import { DataTable } from "@medusajs/dashboard/components"
import { createDataTableFilterHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { REVIEW_LEVELS, type AdminNegotiationRow } from "../../../contract"
import type { useQueue } from "../../hooks/use-queue"
import { useRowWalk } from "../../hooks/use-row-walk"
import { LoadError } from "../common/load-error"
import { caseHref } from "./cells"
import { useQueueColumns } from "./columns"
import type { QueueView } from "./views"

const filter = createDataTableFilterHelper<AdminNegotiationRow>()

/** Rows of one page. */
export const PAGE_SIZE = 20

/** The queue's table: skeletons while it loads, what went wrong with a retry, an honest word where nothing waits. */
export function QueueTable({ view, queue, filtered }: { view: QueueView; queue: ReturnType<typeof useQueue>; filtered: boolean }) {
  const { t } = useTranslation("negotiation")
  const columns = useQueueColumns()
  const table = useRowWalk()
  const filters = useMemo(
    () => [filter.accessor("level", { type: "radio", label: t("queue.level"), options: REVIEW_LEVELS.map((value) => ({ value, label: t(`level.${value}`) })) })],
    [t]
  )

  if (queue.isError) {
    return (
      <div className="border-t xl:mt-14">
        <LoadError error={queue.error} onRetry={() => void queue.refetch()} busy={queue.isFetching} />
      </div>
    )
  }

  return (
    <div ref={table} className="[&_tbody_tr:focus-within]:bg-ui-bg-highlight [&_tbody_tr:focus-within_td]:bg-ui-bg-highlight">
      <DataTable
        data={queue.data?.negotiations ?? []}
        columns={columns}
        getRowId={(row) => row.id}
        rowCount={queue.data?.count ?? 0}
        pageSize={PAGE_SIZE}
        rowHref={caseHref}
        filters={filters}
        isLoading={queue.isPending}
        emptyState={{
          empty: filtered
            ? { heading: t("queue.noMatch.title"), description: t("queue.noMatch.text") }
            : { heading: t(`queue.empty.${view}.title`), description: t(`queue.empty.${view}.text`) },
          filtered: { heading: t("queue.noMatch.title"), description: t("queue.noMatch.text") },
        }}
      />
    </div>
  )
}
