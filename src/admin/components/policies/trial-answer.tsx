import { Badge, StatusBadge, Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Simulation } from "../../../contract"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { NOTHING } from "../../lib/format"
import { TraceRows } from "../common/trace-rows"

const COLOURS = { accept: "green", counter: "blue", person: "orange", decline: "red" } as const

/** What the engine answered to a trial: the answer with its reason, the menu, and every figure it came from. */
export function TrialAnswer({ simulation, currency }: { simulation: Simulation; currency: string }) {
  const { t } = useTranslation("negotiation")
  const words = useWords()
  const { answer, reason_code, strategy, route } = simulation
  const reason = words.reason(reason_code)
  return (
    <div aria-live="polite" className="divide-y">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-6 py-4">
        <StatusBadge color={COLOURS[answer as keyof typeof COLOURS] ?? "grey"}>{words.answer(answer)}</StatusBadge>
        {reason !== words.answer(answer) && <Text size="small">{reason}</Text>}
        {strategy && <Badge size="2xsmall">{t("rules.trial.strategy", { name: strategy })}</Badge>}
        {route && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("rules.trial.route", { level: t(`level.${route.level}`), count: route.sla_hours })} {route.rule && t("rules.trial.routeRule", { rule: route.rule })}
          </Text>
        )}
      </div>
      <TrialMenu simulation={simulation} currency={currency} />
      {simulation.lines.map((line) => (
        <TrialTrace key={line.line} line={line} currency={currency} />
      ))}
    </div>
  )
}

function TrialMenu({ simulation, currency }: { simulation: Simulation; currency: string }) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const words = useWords()
  const money = (amount: number | null) => (amount === null ? NOTHING : format.money(amount, currency))
  if (simulation.menu.length === 0) {
    return (
      <Text size="small" className="text-ui-fg-subtle px-6 py-4">
        {t("rules.trial.nothing")}
      </Text>
    )
  }
  return (
    <ul className="divide-y">
      {simulation.menu.map((option, index) => (
        <li key={index} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 px-6 py-4">
          <div className="txt-compact-small">
            <span className="text-ui-fg-subtle">{`${words.optionKind(option.kind)}: `}</span>
            <span className="font-medium tabular-nums">
              {option.lines.map((line) => t("rules.trial.option", { quantity: t("common.pieces", { count: line.quantity, quantity: format.count(line.quantity) }), price: format.unitPrice(line.unit_price, currency) })).join(", ")}
            </span>
            {option.concession && <span className="text-ui-fg-subtle">{`, ${t("rules.trial.off", { percent: format.percent(option.concession.percent) })}`}</span>}
          </div>
          <div className="txt-compact-small text-ui-fg-subtle flex flex-wrap gap-x-4 tabular-nums">
            <span>{`${t("rules.trial.saves")} ${money(option.saving_total)}`}</span>
            <span>{`${t("rules.trial.contribution")} ${money(option.contribution)}`}</span>
            <span>{`${t("rules.trial.margin")} ${option.margin === null ? NOTHING : format.share(option.margin)}`}</span>
          </div>
        </li>
      ))}
    </ul>
  )
}

function TrialTrace({ line, currency }: { line: Simulation["lines"][number]; currency: string }) {
  const { t } = useTranslation("negotiation")
  return (
    <details>
      <summary className="txt-compact-small-plus text-ui-fg-interactive focus-visible:shadow-borders-focus cursor-pointer px-6 py-4 outline-none">{t("rules.trial.trace")}</summary>
      <div className="overflow-x-auto border-t">
        <Table>
          <TraceRows terms={line.trace} currency={currency} />
        </Table>
      </div>
    </details>
  )
}
