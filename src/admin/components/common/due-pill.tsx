import { Badge, Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"
import { useNow } from "../../hooks/use-now"

const SOON = 4 * 3_600_000

/** When a person's answer is due, in words: overdue and soon are said, the colour only repeats it. */
export function DuePill({ due, overdue }: { due: string | null; overdue: boolean }) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const now = useNow()
  if (due === null) return null
  const left = new Date(due).getTime() - now
  const late = overdue || left < 0
  const words = t(late ? "due.overdue" : "due.in", { duration: format.duration(left) })
  return (
    <Tooltip content={t("due.at", { moment: format.moment(due) })}>
      <Badge size="2xsmall" rounded="full" color={late ? "red" : left < SOON ? "orange" : "grey"} className="whitespace-nowrap">
        {words}
      </Badge>
    </Tooltip>
  )
}
