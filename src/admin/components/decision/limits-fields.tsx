import type { Control, FieldValues, Path } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { TextField } from "../common/fields"

/** How often and how long the agreement holds; empty fields leave it to the policy. */
export function LimitsFields<Values extends FieldValues>({ control }: { control: Control<Values> }) {
  const { t } = useTranslation("negotiation")
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField control={control} name={"max_orders" as Path<Values>} label={t("limits.orders")} hint={t("limits.ordersHint")} inputMode="numeric" optional />
      <TextField control={control} name={"agreement_days" as Path<Values>} label={t("limits.days")} hint={t("limits.daysHint")} inputMode="numeric" optional />
    </div>
  )
}
