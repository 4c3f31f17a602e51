import type { Control } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { ChoiceField } from "../common/choice-field"
import { TextField } from "../common/fields"
import { MultiField } from "../common/multi-field"
import { ProductsField } from "./products-field"
import { FieldGrid, RulesGroup } from "./rules-group"
import type { PolicyInput } from "./use-policy-form"
import { useRuleChoices } from "../../hooks/use-rule-choices"

/** What may be negotiated at all, and by whom. */
export function EligibilityFields({ control, disabled }: { control: Control<PolicyInput>; disabled: boolean }) {
  const { t } = useTranslation("negotiation")
  const choices = useRuleChoices()
  const say = (field: string) => ({ label: t(`rules.eligibility.${field}.label`), hint: t(`rules.eligibility.${field}.help`) })
  return (
    <RulesGroup name="eligibility" disabled={disabled}>
      <FieldGrid>
        <TextField control={control} name="rules.eligibility.minimum_value" {...say("minimum_value")} optional />
        <MultiField control={control} name="rules.eligibility.profitability" {...say("profitability")} options={choices.profitability} />
        <MultiField control={control} name="rules.eligibility.growth" {...say("growth")} options={choices.growth} />
        <TextField control={control} name="rules.eligibility.excluded_segments" {...say("excluded_segments")} optional />
        <ChoiceField control={control} name="rules.eligibility.credit_watch" {...say("credit_watch")} options={choices.verdicts} />
        <ChoiceField control={control} name="rules.eligibility.credit_blocked" {...say("credit_blocked")} options={choices.verdicts} />
        <ProductsField control={control} name="rules.eligibility.only_products" {...say("only_products")} />
        <ProductsField control={control} name="rules.eligibility.never_products" {...say("never_products")} />
      </FieldGrid>
    </RulesGroup>
  )
}
