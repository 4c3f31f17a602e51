import { clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AgreementStatus } from "../../../contract"
import { useFormat } from "../../hooks/use-format"
import type { Commitment } from "../../lib/agreements"

interface CommitmentBarProps {
  commitment: Commitment
  status: AgreementStatus
  /** When the pieces are owed by; left out where it stands beside anyway. */
  due?: string
  /** Fewer words, for a table's cell. */
  brief?: boolean
}

/** What an agreement's standing makes of pieces nobody bought: one that lapsed was missed; one that ended otherwise holds nobody to them. */
const OPEN_WORDS: Record<AgreementStatus, "open" | "missed" | "notBought"> = { active: "open", expired: "missed", used_up: "notBought", revoked: "notBought", superseded: "notBought" }
const BARS = { open: "bg-ui-tag-blue-icon", missed: "bg-ui-tag-orange-icon", notBought: "bg-ui-tag-neutral-icon" }

/** Promised volume as a bar: what was bought of it, what is open, by when. Said in words as well. */
export function CommitmentBar({ commitment, status, due, brief = false }: CommitmentBarProps) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const { promised, bought, open, share } = commitment
  const kept = open === 0
  const state = OPEN_WORDS[status]
  const words = brief && state === "open" ? "owed" : state
  const said = t(brief ? "commitment.short" : "commitment.said", { bought: format.count(bought), promised: format.count(promised) })
  const left = kept ? t("commitment.kept") : t(`commitment.${words}`, { count: open, quantity: format.count(open) })
  return (
    <span className={clx("flex flex-col gap-y-1", brief ? "min-w-24" : "min-w-36")}>
      <span aria-hidden className="bg-ui-bg-component-pressed h-1.5 w-full overflow-hidden rounded-full">
        <span className={clx("block h-full rounded-full", kept ? "bg-ui-tag-green-icon" : BARS[state])} style={{ width: `${share * 100}%` }} />
      </span>
      <span className="txt-compact-xsmall text-ui-fg-base tabular-nums">{said}</span>
      <span className="txt-compact-xsmall text-ui-fg-subtle tabular-nums">
        {[left, state === "open" && !kept && due ? t("commitment.due", { day: format.day(due) }) : null].filter(Boolean).join(" · ")}
      </span>
    </span>
  )
}
