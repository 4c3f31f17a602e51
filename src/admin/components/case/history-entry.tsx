import { Badge, clx, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"
import { useUserNames } from "../../hooks/use-users"
import { useWords } from "../../hooks/use-words"
import type { HistoryStep, LineStep } from "../../lib/changes"

const DOTS = { buyer: "bg-ui-tag-blue-icon", seller: "bg-ui-tag-green-icon", system: "bg-ui-tag-neutral-icon" }

/** Reasons that only repeat what the entry's kind says. */
const SAID_BY_KIND: ReadonlySet<string> = new Set(["countered", "approved", "asked_for_person", "offer_lapsed", "superseded", "apply_failed", "started_afresh"])

interface HistoryEntryProps {
  step: HistoryStep
  currency: string
  /** Name of the buyer's person, for their entries. */
  buyer: string
  /** Marks what came in since the page was opened. */
  fresh?: boolean
}

/** One step of the timeline: who did what, the prices with their differences, the reason and the words. */
export function HistoryEntry({ step, currency, buyer, fresh = false }: HistoryEntryProps) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const words = useWords()
  const nameOf = useUserNames()
  const who = step.by === "buyer" ? buyer : step.by === "seller" ? (nameOf(step.actor_id) ?? words.by("seller")) : words.by("system")
  const reason = step.reason_code !== null && !SAID_BY_KIND.has(step.reason_code) ? words.reason(step.reason_code) : null
  const moved = step.status_after !== null && step.status_after !== step.status_before
  return (
    <li className={clx("relative pb-6 pl-6 last:pb-0", fresh && "bg-ui-bg-highlight rounded-md")}>
      <span aria-hidden className="bg-ui-border-base absolute bottom-0 left-[5px] top-4 w-px" />
      <span aria-hidden className={`absolute left-0 top-1 size-[11px] rounded-full ${DOTS[step.by]}`} />
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <Text size="small" leading="compact" weight="plus">
          {words.historyKind(step.kind)}
          <span className="text-ui-fg-subtle font-normal">{` · ${who}`}</span>
          {fresh && (
            <Badge size="2xsmall" color="blue" className="ml-2">
              {t("history.new")}
            </Badge>
          )}
        </Text>
        <Text as="span" size="xsmall" className="text-ui-fg-subtle">
          <time dateTime={step.at}>{format.moment(step.at)}</time>
        </Text>
      </div>
      {step.lines.length > 0 && (
        <ul className="mt-1 flex flex-col gap-y-0.5">
          {step.lines.map((line) => (
            <StepLine key={`${line.line_id}-${line.quantity}-${line.unit_price}`} line={line} currency={currency} titled={step.lines.length > 1} />
          ))}
        </ul>
      )}
      {(moved || reason) && (
        <Text size="xsmall" className="text-ui-fg-subtle mt-1">
          {[moved ? t("history.status", { status: words.status(step.status_after ?? "") }) : null, reason].filter(Boolean).join(" · ")}
        </Text>
      )}
      {step.message && (
        <blockquote className="txt-small border-ui-border-strong text-ui-fg-subtle mt-2 whitespace-pre-wrap break-words border-l-2 pl-3">{step.message}</blockquote>
      )}
      {step.note && (
        <Text size="small" className="text-ui-fg-subtle mt-1 whitespace-pre-wrap break-words">
          {t("history.note", { note: step.note })}
        </Text>
      )}
    </li>
  )
}

function StepLine({ line, currency, titled }: { line: LineStep; currency: string; titled: boolean }) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const signed = (amount: number, words: string) => (amount > 0 ? `+${words}` : `−${words}`)
  const changes = [
    line.price_change ? signed(line.price_change, format.unitPrice(Math.abs(line.price_change), currency)) : null,
    line.quantity_change
      ? signed(line.quantity_change, t("common.pieces", { count: Math.abs(line.quantity_change), quantity: format.count(Math.abs(line.quantity_change)) }))
      : null,
  ].filter(Boolean)
  return (
    <li className="txt-compact-small text-ui-fg-base flex flex-wrap items-baseline gap-x-2 tabular-nums">
      {titled && <span className="text-ui-fg-subtle">{line.title}</span>}
      <span>{t("offer.line", { count: line.quantity, quantity: format.count(line.quantity), price: format.unitPrice(line.unit_price, currency) })}</span>
      {changes.length > 0 && <span className="text-ui-fg-subtle">{`(${changes.join(", ")})`}</span>}
    </li>
  )
}
