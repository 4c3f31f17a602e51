import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminNegotiationRow } from "../../../contract"
import { useFormat } from "../../hooks/use-format"
import { useNow } from "../../hooks/use-now"
import { ROW_LINK } from "../../hooks/use-row-walk"
import { useUserNames } from "../../hooks/use-users"
import { useWords } from "../../hooks/use-words"
import { NOTHING } from "../../lib/format"
import { CaseStatus } from "../common/case-status"
import { DuePill } from "../common/due-pill"
import { Under } from "../common/under"

/** The address of a case. */
export const caseHref = (row: Pick<AdminNegotiationRow, "id">) => `/negotiations/${row.id}`

interface CellProps {
  row: AdminNegotiationRow
}

/** Who asks: the link that opens the case. On a narrow screen also what matters most of the columns out of sight. */
export function CompanyCell({ row }: CellProps) {
  const words = useWords()
  const format = useFormat()
  return (
    <div className="flex flex-col py-2">
      <Link
        to={caseHref(row)}
        {...{ [ROW_LINK]: row.id }}
        onClick={(event) => event.stopPropagation()}
        className="text-ui-fg-base focus-visible:shadow-borders-focus truncate rounded-sm font-medium outline-none"
      >
        {row.company_name}
      </Link>
      <span className="flex items-center gap-x-2 py-0.5 md:hidden">
        <span className="text-ui-fg-subtle tabular-nums">{format.money(row.asked_value, row.currency_code)}</span>
        <DuePill due={row.sla_due_at} overdue={row.overdue} />
      </span>
      <Under>{`#${row.display_id} · ${row.segment ? words.segment(row.segment) : row.customer_email}`}</Under>
    </div>
  )
}

/** What is asked about: the first article, and how many more. */
export function ArticleCell({ row }: CellProps) {
  const { t } = useTranslation("negotiation")
  return (
    <div className="flex flex-col py-2">
      <span className="text-ui-fg-base truncate">{row.title}</span>
      <Under>{row.line_count > 1 ? t("queue.moreLines", { count: row.line_count - 1 }) : t(row.round > 0 ? "queue.round" : "queue.noRound", { round: row.round })}</Under>
    </div>
  )
}

/** What the lines cost at current prices. */
export function ValueCell({ row }: CellProps) {
  const format = useFormat()
  return <span className="tabular-nums">{format.money(row.value, row.currency_code)}</span>
}

/** What the buyer offers for them, and how far that is off. */
export function AskCell({ row }: CellProps) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  return (
    <div className="flex flex-col py-2 text-right tabular-nums">
      <span className="text-ui-fg-base">{format.money(row.asked_value, row.currency_code)}</span>
      <Under>{row.value > 0 ? t("queue.offCurrent", { share: format.share(1 - row.asked_value / row.value) }) : NOTHING}</Under>
    </div>
  )
}

/** Why the case is where it is. */
export function ReasonCell({ row }: CellProps) {
  return <>{useWords().reason(row.reason_code) ?? NOTHING}</>
}

/** Who has to decide it. */
export function LevelCell({ row }: CellProps) {
  const { t } = useTranslation("negotiation")
  return <>{row.status === "in_review" ? t(`level.${row.level}`) : NOTHING}</>
}

/** When an answer is due, and how long the buyer has been waiting. */
export function AgeCell({ row }: CellProps) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const age = useNow() - new Date(row.created_at).getTime()
  return (
    <div className="flex flex-col items-start gap-y-0.5 py-2">
      <DuePill due={row.sla_due_at} overdue={row.overdue} />
      <Under>{t("queue.opened", { duration: format.duration(age) })}</Under>
    </div>
  )
}

/** Where the case stands, and who has it. */
export function StatusCell({ row }: CellProps) {
  const { t } = useTranslation("negotiation")
  const nameOf = useUserNames()
  return (
    <div className="flex flex-col items-start gap-y-0.5 py-2">
      <CaseStatus status={row.status} />
      <Under>{nameOf(row.assigned_to) ?? t("queue.nobody")}</Under>
    </div>
  )
}
