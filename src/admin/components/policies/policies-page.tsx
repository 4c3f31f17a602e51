import { createDataTableColumnHelper, StatusBadge } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminPolicy } from "../../../contract"
import { usePolicies } from "../../hooks/use-policies"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { ListPage } from "../common/list-page"

const column = createDataTableColumnHelper<AdminPolicy>()
const hrefOf = (policy: AdminPolicy) => `/negotiations/policies/${policy.id}`

/** The policies, the first to answer on top. */
export function PoliciesPage() {
  const { t } = useTranslation("negotiation")
  const policies = usePolicies()
  const columns = useMemo(
    () => [
      column.accessor("name", {
        header: t("policies.name"),
        cell: ({ row }) => (
          <Link to={hrefOf(row.original)} onClick={(event) => event.stopPropagation()} className="text-ui-fg-base font-medium">
            {row.original.name}
          </Link>
        ),
      }),
      column.accessor("status", { header: t("policies.status"), cell: ({ getValue }) => <PolicyStatus status={getValue()} /> }),
      column.accessor("scope", { header: t("policies.segments"), cell: ({ getValue }) => <Segments names={getValue().segments} /> }),
      column.accessor("priority", { header: t("policies.priority"), align: "right" }),
      column.accessor("version", { header: t("policies.version"), align: "right" }),
      column.accessor("terms", { header: t("policies.field.minimum_margin.label"), align: "right", cell: ({ getValue }) => <Share share={getValue().minimum_margin} /> }),
      column.accessor("updated_at", { header: t("policies.updated"), cell: ({ getValue }) => <Day at={getValue()} /> }),
    ],
    [t]
  )
  return (
    <ListPage
      words="policies"
      rows={policies.data}
      count={policies.data?.length}
      columns={columns}
      getRowId={(policy) => policy.id}
      query={policies}
      search={false}
      rowHref={hrefOf}
      action={{ label: t("policies.create.open"), to: "/negotiations/policies/create" }}
    />
  )
}

/** Whether a policy answers. */
export function PolicyStatus({ status }: { status: AdminPolicy["status"] }) {
  const { t } = useTranslation("negotiation")
  return <StatusBadge color={status === "active" ? "green" : "grey"}>{t(`policies.statusOf.${status}`)}</StatusBadge>
}

/** Whom a policy is for, in words. */
export function Segments({ names }: { names: readonly string[] }) {
  const { t } = useTranslation("negotiation")
  const words = useWords()
  return <>{names.map(words.segment).join(", ") || t("policies.everyone")}</>
}

function Share({ share }: { share: number }) {
  return <>{useFormat().share(share)}</>
}

function Day({ at }: { at: string }) {
  return <>{useFormat().day(at)}</>
}
