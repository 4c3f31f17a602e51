import { Select } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { useSegments } from "../../hooks/use-companies"
import { useWords } from "../../hooks/use-words"
import { PERIODS } from "./periods"

/** Every segment: a word the API's filter can't be, so it stands for no filter. */
export const ALL_SEGMENTS = "*"

interface TrackingFiltersProps {
  currency: string | undefined
  currencies: readonly string[]
  period: number
  segment: string
  onChange: (name: "currency" | "period" | "segment", value: string) => void
}

/** What is measured: one currency at a time, since amounts of different ones don't add up. */
export function TrackingFilters({ currency, currencies, period, segment, onChange }: TrackingFiltersProps) {
  const { t } = useTranslation("negotiation")
  const words = useWords()
  const segments = useSegments()
  const codes = currency === undefined || currencies.includes(currency) ? currencies : [currency, ...currencies]
  const known = segment === ALL_SEGMENTS || segments.includes(segment) ? segments : [...segments, segment]
  return (
    <div className="flex flex-wrap items-end gap-2">
      {currency !== undefined && (
        <Choice
          label={t("tracking.currency")}
          value={currency}
          onChange={(value) => onChange("currency", value)}
          options={codes.map((code) => [code, code.toUpperCase()])}
        />
      )}
      <Choice
        label={t("tracking.period")}
        value={String(period)}
        onChange={(value) => onChange("period", value)}
        options={PERIODS.map((weeks) => [String(weeks), t("tracking.weeks", { count: weeks })])}
      />
      <Choice
        label={t("tracking.segment")}
        value={segment}
        onChange={(value) => onChange("segment", value)}
        options={[[ALL_SEGMENTS, t("tracking.allSegments")], ...known.map((name): [string, string] => [name, words.segment(name)])]}
      />
    </div>
  )
}

interface ChoiceProps {
  label: string
  value: string
  options: readonly (readonly [value: string, label: string])[]
  onChange: (value: string) => void
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  const id = useId()
  return (
    <div className="flex flex-col gap-y-1">
      <label htmlFor={id} className="txt-compact-xsmall text-ui-fg-subtle">
        {label}
      </label>
      <Select size="small" value={value} onValueChange={onChange}>
        <Select.Trigger id={id} className="min-w-28">
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          {options.map(([key, name]) => (
            <Select.Item key={key} value={key}>
              {name}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
    </div>
  )
}
