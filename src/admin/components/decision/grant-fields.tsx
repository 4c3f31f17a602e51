import { useWatch, type Control } from "react-hook-form"
import { useTranslation } from "react-i18next"
import type { ConcessionKind, Grantable } from "../../../contract"
import { useFormat } from "../../hooks/use-format"
import type { CounterInput } from "../../lib/counter-form"
import { ChoiceField } from "../common/choice-field"
import { TextField } from "../common/fields"

interface GrantFieldsProps {
  control: Control<CounterInput>
  index: number
  kind: ConcessionKind
  currency: string
  grantable: Grantable | undefined
}

/** The fields of one concession: what it hangs on, and what it gives. */
export function GrantFields({ control, index, kind, currency, grantable }: GrantFieldsProps) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const unit = useWatch({ control, name: `concessions.${index}.unit` })
  const percent = <TextField control={control} name={`concessions.${index}.off`} label={t("grant.percent")} inputMode="decimal" className="tabular-nums" />
  const choose = t("grant.choose")
  switch (kind) {
    case "freight":
      return (
        <div className="grid gap-4 sm:grid-cols-2">
          <ChoiceField
            control={control}
            name={`concessions.${index}.shipping_option_id`}
            label={t("grant.delivery")}
            placeholder={choose}
            options={(grantable?.shipping_options ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
          <ChoiceField
            control={control}
            name={`concessions.${index}.on`}
            label={t("grant.on")}
            options={(["goods", "freight"] as const).map((value) => ({ value, label: t(`grant.onChoice.${value}`) }))}
          />
          {percent}
        </div>
      )
    case "payment_term":
      return (
        <div className="grid gap-4 sm:grid-cols-2">
          <ChoiceField
            control={control}
            name={`concessions.${index}.payment_term`}
            label={t("grant.term")}
            placeholder={choose}
            options={(grantable?.payment_terms ?? []).map(({ id, days }) => ({ value: id, label: t(days === 0 ? "grant.prepay" : "grant.days", { id, count: days, days: format.count(days) }) }))}
          />
          {percent}
        </div>
      )
    case "basket":
      return (
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField control={control} name={`concessions.${index}.min_subtotal`} label={t("grant.subtotal", { currency: currency.toUpperCase() })} hint={t("grant.subtotalHint")} inputMode="decimal" className="tabular-nums" />
          <ChoiceField
            control={control}
            name={`concessions.${index}.unit`}
            label={t("grant.unit")}
            options={(["percent", "amount"] as const).map((value) => ({ value, label: t(`grant.unitChoice.${value}`) }))}
          />
          {unit === "amount" ? (
            <TextField control={control} name={`concessions.${index}.off`} label={t("grant.amount", { currency: currency.toUpperCase() })} inputMode="decimal" className="tabular-nums" />
          ) : (
            percent
          )}
        </div>
      )
  }
}
