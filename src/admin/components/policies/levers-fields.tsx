import { Button } from "@medusajs/ui"
import { useFieldArray, type Control } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useShippingOptions } from "../../hooks/use-shipping-options"
import { ChoiceField } from "../common/choice-field"
import { TextField } from "../common/fields"
import { RowCard } from "../common/row-card"
import { FieldGrid, RulesGroup } from "./rules-group"
import type { PolicyInput } from "./use-policy-form"
import { useRuleChoices } from "../../hooks/use-rule-choices"

/** Most ways to ship of one policy. */
const MOST = 50

/** Trades of something other than volume: slower delivery, sooner payment, another article. */
export function LeversFields({ control, disabled }: { control: Control<PolicyInput>; disabled: boolean }) {
  const { t } = useTranslation("negotiation")
  const choices = useRuleChoices()
  const say = (field: string) => ({ label: t(`rules.lever.${field}.label`), hint: t(`rules.lever.${field}.help`) })
  return (
    <RulesGroup name="levers" disabled={disabled}>
      <FieldGrid>
        <TextField control={control} name="rules.levers.kept_share" {...say("kept_share")} inputMode="decimal" />
        <ChoiceField control={control} name="rules.levers.substitutes" {...say("substitutes")} options={choices.substitutes} />
        <TextField control={control} name="rules.levers.payment_terms" {...say("payment_terms")} optional />
        <TextField control={control} name="rules.levers.payment_standard_days" {...say("payment_standard_days")} inputMode="numeric" />
        <TextField control={control} name="rules.levers.payment_annual_rate" {...say("payment_annual_rate")} inputMode="decimal" />
        <TextField control={control} name="rules.levers.payment_bad_debt" {...say("payment_bad_debt")} inputMode="decimal" />
      </FieldGrid>
      <FreightRows control={control} />
    </RulesGroup>
  )
}

function FreightRows({ control }: { control: Control<PolicyInput> }) {
  const { t } = useTranslation("negotiation")
  const options = useShippingOptions().map(({ id, name }) => ({ value: id, label: name }))
  const { fields, append, remove } = useFieldArray({ control, name: "rules.levers.freight" })
  return (
    <>
      {fields.map(({ id, shipping_option_id }, index) => {
        // A delivery that is gone, or that this user may not read, is shown by its id.
        const known = shipping_option_id === "" || options.some(({ value }) => value === shipping_option_id)
        return (
          <RowCard key={id} title={t("rules.lever.freight", { number: index + 1 })} index={index} count={fields.length} onRemove={() => remove(index)}>
            <FieldGrid>
              <ChoiceField
                control={control}
                name={`rules.levers.freight.${index}.shipping_option_id`}
                label={t("rules.lever.delivery")}
                placeholder={t("rules.lever.choose")}
                options={known ? options : [...options, { value: shipping_option_id, label: shipping_option_id }]}
              />
              <TextField control={control} name={`rules.levers.freight.${index}.gain`} label={t("rules.lever.gain.label")} hint={t("rules.lever.gain.help")} />
              <TextField control={control} name={`rules.levers.freight.${index}.transit_days`} label={t("rules.lever.transit_days.label")} hint={t("rules.lever.transit_days.help")} inputMode="numeric" />
            </FieldGrid>
          </RowCard>
        )
      })}
      <div>
        <Button type="button" size="small" variant="secondary" disabled={fields.length >= MOST} onClick={() => append({ shipping_option_id: "", gain: "", transit_days: "0" })}>
          {t("rules.lever.addFreight")}
        </Button>
      </div>
    </>
  )
}
