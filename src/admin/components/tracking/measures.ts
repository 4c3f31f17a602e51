import type { MetricsFigures } from "../../../contract"

/** What a measure counts, and so how it is written. */
export type MeasureKind = "count" | "share" | "hours" | "money"

/** A figure of the tracking page: its name in the translations and in the API's answer, and what it counts. */
export interface Measure {
  name: "requests" | "automatic_share" | "win_rate" | "median_hours_to_close" | "concession" | "margin_kept"
  kind: MeasureKind
}

/** The figures shown, in the order of a negotiation's life. */
export const MEASURES: readonly Measure[] = [
  { name: "requests", kind: "count" },
  { name: "automatic_share", kind: "share" },
  { name: "win_rate", kind: "share" },
  { name: "median_hours_to_close", kind: "hours" },
  { name: "concession", kind: "share" },
  { name: "margin_kept", kind: "money" },
]

/** True where nothing was asked and nothing was closed: there is nothing to measure, which is not the same as zero. */
export function nothingToMeasure(total: MetricsFigures): boolean {
  return total.requests === 0 && total.closed === 0
}

/** A point of the chart. For requests the automatic part is told apart from what a person had to touch. */
export interface ChartPoint {
  week: string
  value: number | null
  automatic: number
  person: number
}

/** The weeks of an answer as points of one measure. Unmeasured weeks stay null: a gap, never a zero. */
export function chartPoints(weeks: readonly (MetricsFigures & { week: string })[], measure: Measure): ChartPoint[] {
  return weeks.map((figures) => {
    const automatic = Math.round((figures.automatic_share ?? 0) * figures.requests)
    return { week: figures.week, value: figures[measure.name], automatic, person: figures.requests - automatic }
  })
}
