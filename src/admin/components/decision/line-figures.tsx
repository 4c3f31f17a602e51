import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminLine } from "../../../contract"
import { useFormat } from "../../hooks/use-format"
import { afterShare, breakEvenQuantity, contributionOf, marginOf } from "../../lib/figures"
import { NOTHING } from "../../lib/format"
import { MarginBar } from "../common/margin-bar"

interface LineFiguresProps {
  line: AdminLine
  currency: string
  unitPrice: number | null
  quantity: number | null
  /** Share of the price that concessions take off. */
  share: number
}

/** What a typed price deserves to be warned about. `effective` is the price after what concessions take off it. */
function useWarnings({ line, currency, unitPrice }: LineFiguresProps, effective: number | null): string[] {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const { floor_unit_price: floor, cost } = line
  const warnings: string[] = []
  if (unitPrice !== null && effective !== null) {
    if (floor !== null && unitPrice < floor) warnings.push(t("decision.warning.underFloor", { floor: format.unitPrice(floor, currency) }))
    else if (floor !== null && effective < floor) warnings.push(t("decision.warning.grantedUnderFloor", { price: format.unitPrice(effective, currency), floor: format.unitPrice(floor, currency) }))
    if (unitPrice < line.target_unit_price) warnings.push(t("decision.warning.underAsk"))
    if (unitPrice > line.current_unit_price) warnings.push(t("decision.warning.overCurrent"))
  }
  if (cost === null) warnings.push(t("decision.warning.costMissing"))
  return warnings
}

/** Margin, contribution and break-even of what is typed, net of tax and after what is granted off its price. */
export function LineFigures(props: LineFiguresProps) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const { line, currency, unitPrice, quantity, share } = props
  const effective = unitPrice === null ? null : afterShare(unitPrice, share)
  const warnings = useWarnings(props, effective)
  const breakEven = effective === null ? null : breakEvenQuantity(effective, { unit_price: line.current_unit_price, quantity: line.quantity }, line)
  const contribution = effective === null || quantity === null ? null : contributionOf({ ...line, unit_price: effective, quantity })
  const facts = [
    ...(share > 0 ? [{ label: t("grant.effective"), value: format.unitPrice(effective, currency) }] : []),
    { label: t("totals.margin"), value: effective === null ? NOTHING : <MarginBar margin={marginOf(effective, line)} /> },
    { label: t("totals.contribution"), value: format.money(contribution, currency) },
    { label: t("lines.breakEven"), value: breakEven === null ? NOTHING : t("common.pieces", { count: breakEven, quantity: format.count(breakEven) }) },
  ]
  return (
    <div aria-live="polite">
      <dl className="txt-compact-small flex flex-wrap gap-x-8 gap-y-2">
        {facts.map(({ label, value }) => (
          <div key={label} className="flex items-center gap-x-2">
            <dt className="text-ui-fg-subtle">{label}</dt>
            <dd className="text-ui-fg-base tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      {warnings.map((warning) => (
        <Text key={warning} size="small" className="text-ui-tag-orange-text mt-2">
          {warning}
        </Text>
      ))}
    </div>
  )
}
