import { clx, Container, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { MetricsAnswer } from "../../../contract"
import { useFormat } from "../../hooks/use-format"
import { MEASURES, type Measure } from "./measures"
import { useMeasureFormat } from "./use-measure-format"

interface MeasureTilesProps {
  metrics: MetricsAnswer
  selected: Measure
  onSelect: (measure: Measure) => void
}

/** The figures of the whole period, each with its meaning; one of them is shown in the chart. */
export function MeasureTiles({ metrics, selected, onSelect }: MeasureTilesProps) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const write = useMeasureFormat(metrics.currency_code)
  const { total } = metrics
  const basis: Partial<Record<Measure["name"], string>> = {
    win_rate: t("tracking.basis.closed", { count: total.closed, quantity: format.count(total.closed) }),
    concession: t("tracking.basis.agreed", { count: total.agreed, quantity: format.count(total.agreed) }),
    median_hours_to_close: t("tracking.basis.closed", { count: total.closed, quantity: format.count(total.closed) }),
    automatic_share: t("tracking.basis.requests", { count: total.requests, quantity: format.count(total.requests) }),
    ...(total.without_cost > 0 ? { margin_kept: t("tracking.basis.withoutCost", { count: total.without_cost, quantity: format.count(total.without_cost) }) } : {}),
  }
  return (
    <ul className="grid grid-cols-1 gap-3 sm:grid-cols-2 xl:grid-cols-3">
      {MEASURES.map((measure) => {
        const active = measure.name === selected.name
        return (
          <li key={measure.name} className="flex">
            <Container className={clx("flex flex-1 p-0", active && "shadow-borders-interactive-with-active")}>
              <button
                type="button"
                aria-pressed={active}
                onClick={() => onSelect(measure)}
                className="hover:bg-ui-bg-base-hover focus-visible:shadow-borders-focus flex flex-1 flex-col items-start gap-y-1 rounded-lg px-5 py-4 text-left outline-none transition-colors"
              >
                <Text as="span" size="small" weight="plus" className="text-ui-fg-subtle">
                  {t(`tracking.measure.${measure.name}.title`)}
                </Text>
                <span className="text-ui-fg-base flex items-baseline gap-x-2 text-2xl font-medium tabular-nums">
                  {write(measure.kind, total[measure.name])}
                  {basis[measure.name] && <span className="txt-compact-xsmall text-ui-fg-subtle font-normal">{basis[measure.name]}</span>}
                </span>
                <Text as="span" size="xsmall" className="text-ui-fg-subtle">
                  {t(`tracking.measure.${measure.name}.meaning`)}
                </Text>
              </button>
            </Container>
          </li>
        )
      })}
    </ul>
  )
}
