import { clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"
import type { Commitment } from "../../lib/agreements"

interface CommitmentBarProps {
  commitment: Commitment
  /** True while the agreement gives its price: what is open can still be bought. */
  active: boolean
  /** When the pieces are owed by; left out where it stands beside anyway. */
  due?: string
}

/** Promised volume as a bar: what was bought of it, what is open, by when. Said in words as well. */
export function CommitmentBar({ commitment, active, due }: CommitmentBarProps) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const { promised, bought, open, share } = commitment
  const kept = open === 0
  const state = kept ? t("commitment.kept") : t(active ? "commitment.open" : "commitment.missed", { count: open, quantity: format.count(open) })
  return (
    <span className="flex min-w-36 flex-col gap-y-1">
      <span aria-hidden className="bg-ui-bg-component-pressed h-1.5 w-full overflow-hidden rounded-full">
        <span
          className={clx("block h-full rounded-full", kept ? "bg-ui-tag-green-icon" : active ? "bg-ui-tag-blue-icon" : "bg-ui-tag-orange-icon")}
          style={{ width: `${share * 100}%` }}
        />
      </span>
      <span className="txt-compact-xsmall text-ui-fg-base tabular-nums">{t("commitment.said", { bought: format.count(bought), promised: format.count(promised) })}</span>
      <span className="txt-compact-xsmall text-ui-fg-subtle tabular-nums">
        {[state, active && !kept && due ? t("commitment.due", { day: format.day(due) }) : null].filter(Boolean).join(" · ")}
      </span>
    </span>
  )
}
