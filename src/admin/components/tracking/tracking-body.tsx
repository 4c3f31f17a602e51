import { Container, Skeleton, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { useMetrics } from "../../hooks/use-metrics"
import { LoadError } from "../common/load-error"
import { Section } from "../common/section"
import { MEASURES, nothingToMeasure, type Measure } from "./measures"
import { MeasureTiles } from "./measure-tiles"
import { RatingsSection } from "./ratings-section"
import { WeeklyChart } from "./weekly-chart"
import { WeeklyTable } from "./weekly-table"

const FIRST: Measure = { name: "requests", kind: "count" }

/** The figures, or why there are none. */
export function TrackingBody({ metrics }: { metrics: ReturnType<typeof useMetrics> }) {
  const { t } = useTranslation("negotiation")
  const [measure, setMeasure] = useState(FIRST)

  if (metrics.isError && !metrics.data) {
    return (
      <Container className="p-0">
        <LoadError error={metrics.error} onRetry={() => void metrics.refetch()} busy={metrics.isFetching} />
      </Container>
    )
  }
  if (!metrics.data) {
    return (
      <div role="status" aria-label={t("common.loading")} className="grid grid-cols-1 gap-3 sm:grid-cols-2 xl:grid-cols-3">
        {MEASURES.map(({ name }) => (
          <Skeleton key={name} className="h-28 rounded-lg" />
        ))}
        <Skeleton className="col-span-full h-80 rounded-lg" />
      </div>
    )
  }
  if (nothingToMeasure(metrics.data.total)) {
    return (
      <Container className="flex min-h-[250px] flex-col items-center justify-center gap-y-1 text-center">
        <Text size="small" weight="plus">
          {t("tracking.empty.title")}
        </Text>
        <Text size="small" className="text-ui-fg-subtle max-w-md text-balance">
          {t("tracking.empty.text")}
        </Text>
      </Container>
    )
  }
  return (
    <>
      <MeasureTiles metrics={metrics.data} selected={measure} onSelect={setMeasure} />
      <Section title={t("tracking.byWeek", { measure: t(`tracking.measure.${measure.name}.title`) })}>
        <div className="px-4 py-5 sm:px-6">
          <WeeklyChart metrics={metrics.data} measure={measure} />
        </div>
        <WeeklyTable metrics={metrics.data} />
      </Section>
      <RatingsSection ratings={metrics.data.ratings} />
    </>
  )
}
