import { Form } from "@medusajs/dashboard/components"
import { Input, Text } from "@medusajs/ui"
import type { Control } from "react-hook-form"
import { useTranslation } from "react-i18next"
import type { AdminLine } from "../../../contract"
import { useFormat } from "../../hooks/use-format"
import type { CounterInput } from "../../lib/decision-form"
import { breakEvenQuantity, contributionOf, marginOf } from "../../lib/figures"
import { NOTHING } from "../../lib/format"
import { PriceAxis } from "../case/price-axis"
import { MarginBar } from "../common/margin-bar"

interface CounterLineProps {
  control: Control<CounterInput>
  index: number
  line: AdminLine
  currency: string
  /** True where prices include tax and costs don't. */
  taxInclusive: boolean
  /** What is typed, where it can be read. */
  unitPrice: number | null
  quantity: number | null
}

/** One line of a counter: price and quantity, with what they come to and where they lie among the known prices. */
export function CounterLine({ control, index, line, currency, taxInclusive, unitPrice, quantity }: CounterLineProps) {
  const { t } = useTranslation("negotiation")
  return (
    <fieldset className="bg-ui-bg-component shadow-elevation-card-rest flex flex-col gap-y-5 rounded-lg p-4 md:p-6">
      <legend className="sr-only">{line.title}</legend>
      <div aria-hidden>
        <Text size="small" weight="plus">
          {line.title}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          <Asked line={line} currency={currency} />
        </Text>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Form.Field
          control={control}
          name={`lines.${index}.unit_price`}
          render={({ field }) => (
            <Form.Item>
              <Form.Label>{t("decision.counter.price", { currency: currency.toUpperCase() })}</Form.Label>
              <Form.Control>
                <Input {...field} inputMode="decimal" autoComplete="off" className="tabular-nums" />
              </Form.Control>
              <Form.ErrorMessage />
            </Form.Item>
          )}
        />
        <Form.Field
          control={control}
          name={`lines.${index}.quantity`}
          render={({ field }) => (
            <Form.Item>
              <Form.Label>{t("decision.counter.quantity")}</Form.Label>
              <Form.Control>
                <Input {...field} inputMode="numeric" autoComplete="off" className="tabular-nums" />
              </Form.Control>
              <Form.ErrorMessage />
            </Form.Item>
          )}
        />
      </div>
      <LineFigures line={line} currency={currency} taxInclusive={taxInclusive} unitPrice={unitPrice} quantity={quantity} />
      <PriceAxis bare line={line} currency={currency} counter={unitPrice} surface="bg-ui-bg-component" />
    </fieldset>
  )
}

function Asked({ line, currency }: Pick<CounterLineProps, "line" | "currency">) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  return <>{t("decision.counter.asked", { price: format.unitPrice(line.target_unit_price, currency), quantity: format.count(line.quantity), current: format.unitPrice(line.current_unit_price, currency) })}</>
}

/** Margin, contribution and break-even of what is typed, and the warnings it deserves. */
function LineFigures({ line, currency, taxInclusive, unitPrice, quantity }: Omit<CounterLineProps, "control" | "index">) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const known = unitPrice !== null && quantity !== null
  const breakEven = unitPrice === null ? null : breakEvenQuantity(unitPrice, line.current_unit_price, line.quantity, line.cost)
  const contribution = known ? contributionOf({ unit_price: unitPrice, quantity, cost: line.cost }) : null
  const warnings = [
    unitPrice !== null && line.floor_unit_price !== null && unitPrice < line.floor_unit_price
      ? t("decision.warning.underFloor", { floor: format.unitPrice(line.floor_unit_price, currency) })
      : null,
    unitPrice !== null && unitPrice < line.target_unit_price ? t("decision.warning.underAsk") : null,
    unitPrice !== null && unitPrice > line.current_unit_price ? t("decision.warning.overCurrent") : null,
    line.cost === null ? t(taxInclusive ? "decision.warning.taxInclusive" : "decision.warning.costMissing") : null,
  ].filter(Boolean)
  const facts = [
    { label: t("totals.margin"), value: unitPrice === null ? NOTHING : <MarginBar margin={marginOf(unitPrice, line.cost)} /> },
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
