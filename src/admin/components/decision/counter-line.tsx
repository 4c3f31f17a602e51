import { Text } from "@medusajs/ui"
import type { Control } from "react-hook-form"
import { useTranslation } from "react-i18next"
import type { AdminLine } from "../../../contract"
import { useFormat } from "../../hooks/use-format"
import type { CounterInput } from "../../lib/counter-form"
import { PriceAxis } from "../case/price-axis"
import { TextField } from "../common/fields"
import { TaxNote } from "../common/tax-note"
import { LineFigures } from "./line-figures"

interface CounterLineProps {
  control: Control<CounterInput>
  index: number
  line: AdminLine
  currency: string
  /** What is typed, where it can be read. */
  unitPrice: number | null
  quantity: number | null
  /** Share of the price that concessions take off. */
  share: number
}

/** One line of a counter: price, quantity and limits, with what they come to and where the price lies among the known ones. */
export function CounterLine({ control, index, line, currency, unitPrice, quantity, share }: CounterLineProps) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const asked = { price: format.unitPrice(line.target_unit_price, currency), quantity: format.count(line.quantity), current: format.unitPrice(line.current_unit_price, currency) }
  return (
    <fieldset className="bg-ui-bg-component shadow-elevation-card-rest flex flex-col gap-y-5 rounded-lg p-4 md:p-6">
      <legend className="sr-only">{line.title}</legend>
      <div aria-hidden>
        <Text size="small" weight="plus">
          {line.title}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {t("decision.counter.asked", asked)}
        </Text>
        <TaxNote rate={line.tax_rate} />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          control={control}
          name={`lines.${index}.unit_price`}
          label={t(line.tax_rate > 0 ? "decision.counter.priceTaxed" : "decision.counter.price", { currency: currency.toUpperCase() })}
          inputMode="decimal"
          className="tabular-nums"
        />
        <TextField control={control} name={`lines.${index}.quantity`} label={t("decision.counter.quantity")} inputMode="numeric" className="tabular-nums" />
        <TextField
          control={control}
          name={`lines.${index}.max_quantity`}
          label={t("limits.pieces")}
          hint={t("limits.piecesHint")}
          inputMode="numeric"
          className="tabular-nums"
          optional
        />
        <TextField
          control={control}
          name={`lines.${index}.committed_quantity`}
          label={t("limits.commitment")}
          hint={t("limits.commitmentHint")}
          inputMode="numeric"
          className="tabular-nums"
          optional
        />
      </div>
      <LineFigures line={line} currency={currency} unitPrice={unitPrice} quantity={quantity} share={share} />
      <PriceAxis bare line={line} currency={currency} counter={unitPrice} surface="bg-ui-bg-component" />
    </fieldset>
  )
}
