import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Container, Heading, InlineTip, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useSearchParams } from "react-router-dom"
import { AsOf } from "../../../components/common/as-of"
import { Crumb } from "../../../components/common/crumb"
import { DEFAULT_PERIOD, PERIODS, startOfPeriod } from "../../../components/tracking/periods"
import { TrackingBody } from "../../../components/tracking/tracking-body"
import { ALL_SEGMENTS, TrackingFilters } from "../../../components/tracking/tracking-filters"
import { useMetrics } from "../../../hooks/use-metrics"

/** What negotiating did, by week: first figures, said with what they mean and don't mean. */
const TrackingPage = () => {
  const { t } = useTranslation("negotiation")
  const [params, setParams] = useSearchParams()
  const currency = params.get("currency") ?? undefined
  const segment = params.get("segment") ?? ALL_SEGMENTS
  const period = PERIODS.find((weeks) => String(weeks) === params.get("period")) ?? DEFAULT_PERIOD
  const metrics = useMetrics({
    from: startOfPeriod(period, Date.now()),
    ...(currency ? { currency_code: currency } : {}),
    ...(segment === ALL_SEGMENTS ? {} : { segment }),
  })

  const change = (name: string, value: string) =>
    setParams(
      (before) => {
        before.set(name, value)
        return before
      },
      { replace: true }
    )

  return (
    <div className="flex flex-col gap-y-3">
      <Container className="flex flex-wrap items-end justify-between gap-4 px-6 py-4">
        <div className="max-w-xl">
          <Heading level="h1">{t("tracking.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("tracking.hint")}
          </Text>
          {metrics.data && <AsOf at={metrics.data.as_of} />}
        </div>
        <TrackingFilters
          currency={metrics.data?.currency_code ?? currency}
          currencies={metrics.data?.currencies ?? []}
          period={period}
          segment={segment}
          onChange={change}
        />
      </Container>
      <TrackingBody metrics={metrics} />
      <InlineTip label={t("tracking.honest.label")}>{t("tracking.honest.text")}</InlineTip>
    </div>
  )
}

/** Its place in the admin's menu. */
export const config = defineRouteConfig({
  label: "nav.tracking",
  rank: 2,
  translationNs: "negotiation",
})

/** Its name in the line of pages above it. */
export const handle = { breadcrumb: () => <Crumb name="nav.tracking" /> }

export default TrackingPage
