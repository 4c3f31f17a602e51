import { clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"

/** A margin of this share fills the bar: above it, more is simply "a lot". */
const FULL = 0.5
const THIN = 0.1

/** A contribution share as a figure with a small bar. Loss and a missing cost are said in words. */
export function MarginBar({ margin, wide = false }: { margin: number | null; wide?: boolean }) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  if (margin === null) return <span className="text-ui-fg-subtle">{t("margin.costMissing")}</span>
  const loss = margin < 0
  const filled = Math.min(1, Math.abs(margin) / FULL)
  return (
    <span className="inline-flex items-center gap-x-2 tabular-nums">
      <span aria-hidden className={clx("bg-ui-bg-component-pressed h-1.5 shrink-0 overflow-hidden rounded-full", wide ? "w-20" : "w-10")}>
        <span
          className={clx("block h-full rounded-full", loss ? "bg-ui-tag-red-icon" : margin < THIN ? "bg-ui-tag-orange-icon" : "bg-ui-tag-green-icon")}
          style={{ width: `${Math.max(6, filled * 100)}%` }}
        />
      </span>
      <span className={clx(loss && "text-ui-fg-error")}>{format.share(margin, true)}</span>
      {loss && <span className="text-ui-fg-error">{t("margin.loss")}</span>}
    </span>
  )
}
