import { ArrowPath, CheckCircle, PencilSquare } from "@medusajs/icons"
import { Badge, createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminCompany } from "../../../contract"
import { useCompanies } from "../../hooks/use-companies"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { NOTHING } from "../../lib/format"
import { ListPage, usePageQuery } from "../common/list-page"
import { CompanyDrawer } from "./company-drawer"
import { MissedCommitmentDrawer } from "./missed-commitment-drawer"
import { StartAfreshDrawer } from "./start-afresh-drawer"

const column = createDataTableColumnHelper<AdminCompany>()

type Opened = { form: "add" } | { form: "edit" | "afresh" | "missed"; company: AdminCompany }

/** The companies that negotiate, with their settings and "start afresh". */
export function CompaniesPage() {
  const { t } = useTranslation("negotiation")
  const companies = useCompanies(usePageQuery())
  const [opened, setOpened] = useState<Opened | null>(null)
  const close = () => setOpened(null)

  const columns = useMemo(
    () => [
      column.accessor("name", { header: t("companies.name"), cell: ({ getValue }) => <span className="text-ui-fg-base font-medium">{getValue()}</span> }),
      column.accessor("segment", { header: t("companies.segment"), cell: ({ getValue }) => <Segment name={getValue()} /> }),
      column.display({ id: "settings", header: t("companies.settings"), cell: ({ row }) => <Settings company={row.original} /> }),
      column.accessor("created_at", { header: t("companies.since"), cell: ({ getValue }) => <Since at={getValue()} /> }),
      column.action({
        actions: ({ row: { original: company } }) => [
          // A customer without a group has no settings of its own to save; the API takes them by group.
          ...(company.customer_group_id ? [{ icon: <PencilSquare />, label: t("companies.edit.open"), onClick: () => setOpened({ form: "edit", company }) }] : []),
          ...(company.missed_commitment_at === null ? [] : [{ icon: <CheckCircle />, label: t("companies.missed.open"), onClick: () => setOpened({ form: "missed", company }) }]),
          { icon: <ArrowPath />, label: t("companies.afresh.open"), onClick: () => setOpened({ form: "afresh", company }) },
        ],
      }),
    ],
    [t]
  )

  return (
    <>
      <ListPage
        words="companies"
        rows={companies.data?.companies}
        count={companies.data?.count}
        columns={columns}
        getRowId={(company) => company.id}
        query={companies}
        action={{ label: t("companies.add.open"), onClick: () => setOpened({ form: "add" }) }}
      />
      {opened?.form === "add" && <CompanyDrawer company={null} onClose={close} />}
      {opened?.form === "edit" && <CompanyDrawer company={opened.company} onClose={close} />}
      {opened?.form === "missed" && <MissedCommitmentDrawer company={opened.company} onClose={close} />}
      {opened?.form === "afresh" && <StartAfreshDrawer company={opened.company} onClose={close} />}
    </>
  )
}

function Settings({ company }: { company: AdminCompany }) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const { strategic, opted_out, shares_agreements: shares, missed_commitment_at: missed } = company
  const pills = [
    ...(missed === null ? [] : [{ color: "red" as const, words: t("companies.missed.pill", { day: format.day(missed) }) }]),
    ...(strategic ? [{ color: "purple" as const, words: t("buyer.strategic") }] : []),
    ...(opted_out ? [{ color: "orange" as const, words: t("buyer.optedOut") }] : []),
    ...(shares ? [] : [{ color: "blue" as const, words: t("companies.alonePill") }]),
  ]
  if (pills.length === 0) return <>{NOTHING}</>
  return (
    <span className="flex flex-wrap gap-1 py-2">
      {pills.map(({ color, words }) => (
        <Badge key={words} size="2xsmall" color={color} className="whitespace-nowrap">
          {words}
        </Badge>
      ))}
    </span>
  )
}

function Segment({ name }: { name: string | null }) {
  const words = useWords()
  return <>{name ? words.segment(name) : NOTHING}</>
}

function Since({ at }: { at: string }) {
  return <>{useFormat().day(at)}</>
}
