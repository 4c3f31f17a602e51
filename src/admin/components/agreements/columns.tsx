import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { AdminAgreement } from "../../../contract"
import { piecesBought } from "../../lib/agreements"
import { ArticleCell, BoughtCell, CommitmentCell, CompanyCell, ConcessionCell, EndCell, OrdersCell, StatusCell } from "./cells"

const column = createDataTableColumnHelper<AdminAgreement>()
const boughtOf = (agreement: AdminAgreement) => piecesBought(agreement.lines)

/** The columns of the agreements. They depend on the language only: a column made anew would take the keyboard's focus away. */
export function useAgreementColumns() {
  const { t } = useTranslation("negotiation")
  return useMemo(
    () => [
      column.accessor("company_name", { header: t("agreements.company"), maxSize: 190, cell: ({ row }) => <CompanyCell agreement={row.original} /> }),
      column.display({ id: "article", header: t("agreements.article"), maxSize: 215, cell: ({ row }) => <ArticleCell agreement={row.original} /> }),
      column.accessor(boughtOf, { id: "bought", header: t("agreements.bought"), align: "right", cell: ({ row }) => <BoughtCell agreement={row.original} /> }),
      column.accessor("orders", { header: t("agreements.orders"), align: "right", cell: ({ row }) => <OrdersCell agreement={row.original} /> }),
      column.display({ id: "commitment", header: t("agreements.commitment"), cell: ({ row }) => <CommitmentCell agreement={row.original} /> }),
      column.display({ id: "concessions", header: t("agreements.concessions"), maxSize: 190, cell: ({ row }) => <ConcessionCell agreement={row.original} /> }),
      column.accessor("valid_until", { header: t("agreements.ends"), cell: ({ row }) => <EndCell agreement={row.original} /> }),
      column.accessor("status", { header: t("agreements.status"), cell: ({ row }) => <StatusCell agreement={row.original} /> }),
    ],
    [t]
  )
}
