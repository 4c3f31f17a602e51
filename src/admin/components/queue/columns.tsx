import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { AdminNegotiationRow } from "../../../contract"
import { MarginBar } from "../common/margin-bar"
import { AgeCell, ArticleCell, AskCell, CompanyCell, LevelCell, ReasonCell, StatusCell, ValueCell } from "./cells"

const column = createDataTableColumnHelper<AdminNegotiationRow>()

/**
 * The columns of the approval queue. They depend on the language only: a column made anew would build its cells anew
 * and take the keyboard's focus away. What moves (ages, names) lives inside the cells.
 */
export function useQueueColumns() {
  const { t } = useTranslation("negotiation")
  return useMemo(
    () => [
      column.accessor("company_name", { header: t("queue.company"), maxSize: 215, cell: ({ row }) => <CompanyCell row={row.original} /> }),
      column.accessor("title", { header: t("queue.article"), maxSize: 215, cell: ({ row }) => <ArticleCell row={row.original} /> }),
      column.accessor("value", {
        header: t("queue.value"),
        align: "right",
        enableSorting: true,
        sortAscLabel: t("queue.sort.smallest"),
        sortDescLabel: t("queue.sort.largest"),
        cell: ({ row }) => <ValueCell row={row.original} />,
      }),
      column.accessor("asked_value", { header: t("queue.ask"), align: "right", cell: ({ row }) => <AskCell row={row.original} /> }),
      column.accessor("ask_margin", { header: t("queue.askMargin"), cell: ({ row }) => <MarginBar margin={row.original.ask_margin} /> }),
      column.accessor("reason_code", { header: t("queue.reason"), maxSize: 185, cell: ({ row }) => <ReasonCell row={row.original} /> }),
      column.accessor("level", { header: t("queue.level"), cell: ({ row }) => <LevelCell row={row.original} /> }),
      column.accessor("created_at", {
        header: t("queue.age"),
        enableSorting: true,
        sortAscLabel: t("queue.sort.oldest"),
        sortDescLabel: t("queue.sort.newest"),
        cell: ({ row }) => <AgeCell row={row.original} />,
      }),
      column.accessor("status", { header: t("queue.status"), cell: ({ row }) => <StatusCell row={row.original} /> }),
    ],
    [t]
  )
}
