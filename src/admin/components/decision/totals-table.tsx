import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"
import type { Totals } from "../../lib/figures"
import { MarginBar } from "../common/margin-bar"

interface TotalsTableProps {
  currency: string
  /** True where the value carries tax; contribution and margin never do. */
  taxInclusive: boolean
  /** Columns, left to right: a name of the translations with its totals. */
  columns: readonly { name: string; totals: Totals }[]
}

/** Value, contribution and margin side by side: now, as asked, as countered. */
export function TotalsTable({ currency, taxInclusive, columns }: TotalsTableProps) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const cell = "py-2 pl-4 text-right tabular-nums"
  const head = "py-2 text-left font-normal text-ui-fg-subtle"
  return (
    <div className="overflow-x-auto">
      <table className="txt-compact-small w-full">
        <thead>
          <tr className="border-b">
            <td />
            {columns.map(({ name }) => (
              <th key={name} scope="col" className="txt-compact-small-plus text-ui-fg-subtle whitespace-nowrap py-2 pl-4 text-right">
                {t(`totals.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y">
          <tr>
            <th scope="row" className={head}>
              {t(taxInclusive ? "totals.valueTaxed" : "totals.value")}
            </th>
            {columns.map(({ name, totals }) => (
              <td key={name} className={cell}>
                {format.money(totals.value, currency)}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row" className={head}>
              {t(taxInclusive ? "totals.contributionNet" : "totals.contribution")}
            </th>
            {columns.map(({ name, totals }) => (
              <td key={name} className={cell}>
                {totals.contribution === null ? t("margin.costMissing") : format.money(totals.contribution, currency)}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row" className={head}>
              {t(taxInclusive ? "totals.marginNet" : "totals.margin")}
            </th>
            {columns.map(({ name, totals }) => (
              <td key={name} className={cell}>
                <MarginBar margin={totals.margin} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  )
}
