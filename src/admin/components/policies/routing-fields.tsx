import { Button } from "@medusajs/ui"
import { useFieldArray, useWatch, type Control } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { emptyRule } from "../../lib/policy-rules-input"
import { ChoiceField } from "../common/choice-field"
import { TextField } from "../common/fields"
import { MultiField } from "../common/multi-field"
import { RowCard } from "../common/row-card"
import { ProductsField } from "./products-field"
import { FieldGrid, RulesGroup } from "./rules-group"
import type { PolicyInput } from "./use-policy-form"
import { useRuleChoices } from "../../hooks/use-rule-choices"

/** Most rules of one policy. */
const MOST = 50

/** Who decides: rules in their order, the first that fits. */
export function RoutingFields({ control, disabled }: { control: Control<PolicyInput>; disabled: boolean }) {
  const { t } = useTranslation("negotiation")
  const { fields, append, remove, move } = useFieldArray({ control, name: "rules.routing" })
  return (
    <RulesGroup name="routing" disabled={disabled}>
      {fields.map((field, index) => (
        <RuleRow key={field.id} control={control} index={index} count={fields.length} onRemove={() => remove(index)} onMove={move} />
      ))}
      <div>
        <Button type="button" size="small" variant="secondary" disabled={fields.length >= MOST} onClick={() => append(emptyRule())}>
          {t("rules.routing.add")}
        </Button>
      </div>
    </RulesGroup>
  )
}

interface RuleRowProps {
  control: Control<PolicyInput>
  index: number
  count: number
  onRemove: () => void
  onMove: (from: number, to: number) => void
}

function RuleRow({ control, index, ...row }: RuleRowProps) {
  const { t } = useTranslation("negotiation")
  const choices = useRuleChoices()
  const name = useWatch({ control, name: `rules.routing.${index}.name` })
  const to = useWatch({ control, name: `rules.routing.${index}.to` })
  const at = `rules.routing.${index}` as const
  const say = (field: string) => ({ label: t(`rules.routing.${field}.label`), hint: t(`rules.routing.${field}.help`) })
  return (
    <RowCard title={`${index + 1}. ${name || t("rules.routing.unnamed")}`} index={index} {...row}>
      <FieldGrid>
        <TextField control={control} name={`${at}.name`} label={t("rules.name")} />
        <ChoiceField control={control} name={`${at}.to`} label={t("rules.routing.to")} options={choices.destinations} />
        <TextField control={control} name={`${at}.value_from`} {...say("value_from")} optional />
        <TextField control={control} name={`${at}.depth_from`} {...say("depth_from")} inputMode="decimal" optional />
        <TextField control={control} name={`${at}.margin_under`} {...say("margin_under")} inputMode="decimal" optional />
        <TextField control={control} name={`${at}.segments`} label={t("policies.segments")} hint={t("policies.segmentsHint")} optional />
        <MultiField control={control} name={`${at}.profitability`} {...say("profitability")} options={choices.profitability} />
        <ProductsField control={control} name={`${at}.products`} {...say("products")} />
        {to !== "automatic" && <TextField control={control} name={`${at}.sla_hours`} {...say("sla_hours")} inputMode="numeric" optional />}
      </FieldGrid>
    </RowCard>
  )
}
