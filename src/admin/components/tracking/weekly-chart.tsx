import { useTranslation } from "react-i18next"
import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts"
import type { MetricsAnswer } from "../../../contract"
import { useFormat } from "../../hooks/use-format"
import { chartPoints, type Measure } from "./measures"
import { useMeasureFormat } from "./use-measure-format"

const TICK = { fill: "var(--fg-subtle)", fontSize: 12 }
const HEIGHT = 280
const WIDEST_BAR = 40

/** One measure by week. What could not be measured is a gap. The table beside it says the same in figures. */
export function WeeklyChart({ metrics, measure }: { metrics: MetricsAnswer; measure: Measure }) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const write = useMeasureFormat(metrics.currency_code)
  const title = t(`tracking.measure.${measure.name}.title`)
  const split = measure.name === "requests"
  const writeTick = (value: number) => write(measure.kind, value, true)
  return (
    <div role="img" aria-label={t("tracking.chartLabel", { measure: title })} style={{ height: HEIGHT }}>
      <ResponsiveContainer width="100%" height="100%">
        <BarChart data={chartPoints(metrics.weeks, measure)} margin={{ top: 8, right: 8, bottom: 0, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--border-base)" />
          <XAxis dataKey="week" tickFormatter={(week: string) => format.date(week, true)} tick={TICK} tickLine={false} axisLine={{ stroke: "var(--border-strong)" }} minTickGap={16} />
          <YAxis
            tickFormatter={writeTick}
            tick={TICK}
            tickLine={false}
            axisLine={false}
            width={64}
            allowDecimals={measure.kind !== "count"}
            domain={measure.kind === "share" && measure.name !== "concession" ? [0, 1] : [(low: number) => Math.min(0, low), "auto"]}
          />
          <Tooltip
            cursor={{ fill: "var(--bg-base-hover)" }}
            contentStyle={{ background: "var(--bg-component)", border: "1px solid var(--border-base)", borderRadius: 8, fontSize: 12 }}
            labelStyle={{ color: "var(--fg-base)" }}
            itemStyle={{ color: "var(--fg-subtle)" }}
            labelFormatter={(week) => t("tracking.weekOf", { day: format.date(String(week)) })}
            formatter={(value) => (typeof value === "number" ? write(measure.kind, value) : String(value))}
          />
          {split && <Legend iconType="circle" iconSize={8} formatter={(name: string) => <span className="txt-compact-small text-ui-fg-subtle">{name}</span>} />}
          {split ? (
            <>
              <Bar dataKey="automatic" stackId="requests" name={t("tracking.automatic")} fill="var(--tag-blue-icon)" maxBarSize={WIDEST_BAR} isAnimationActive={false} />
              <Bar dataKey="person" stackId="requests" name={t("tracking.person")} fill="var(--tag-orange-icon)" maxBarSize={WIDEST_BAR} isAnimationActive={false} />
            </>
          ) : (
            <Bar dataKey="value" name={title} fill="var(--tag-blue-icon)" maxBarSize={WIDEST_BAR} isAnimationActive={false} />
          )}
        </BarChart>
      </ResponsiveContainer>
    </div>
  )
}
