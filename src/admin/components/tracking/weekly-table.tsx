import { Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { MetricsAnswer } from "../../../contract"
import { useFormat } from "../../hooks/use-format"
import { MEASURES } from "./measures"
import { useMeasureFormat } from "./use-measure-format"

/** Every week with all its figures, the newest first, and the whole period at the end. */
export function WeeklyTable({ metrics }: { metrics: MetricsAnswer }) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const write = useMeasureFormat(metrics.currency_code)
  const number = "text-right tabular-nums whitespace-nowrap"
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={t("tracking.table")}>
      <Table>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell scope="col">{t("tracking.week")}</Table.HeaderCell>
            {MEASURES.map(({ name }) => (
              <Table.HeaderCell key={name} scope="col" className="whitespace-nowrap text-right">
                {t(`tracking.measure.${name}.short`)}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {[...metrics.weeks].reverse().map((figures) => (
            <Table.Row key={figures.week}>
              <Table.Cell className="whitespace-nowrap">{format.date(figures.week)}</Table.Cell>
              {MEASURES.map(({ name, kind }) => (
                <Table.Cell key={name} className={number}>
                  {write(kind, figures[name])}
                </Table.Cell>
              ))}
            </Table.Row>
          ))}
          <Table.Row className="bg-ui-bg-subtle">
            <Table.Cell className="txt-compact-small-plus text-ui-fg-base">{t("tracking.total")}</Table.Cell>
            {MEASURES.map(({ name, kind }) => (
              <Table.Cell key={name} className={`${number} txt-compact-small-plus text-ui-fg-base`}>
                {write(kind, metrics.total[name])}
              </Table.Cell>
            ))}
          </Table.Row>
        </Table.Body>
      </Table>
    </div>
  )
}
