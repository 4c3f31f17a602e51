import { Button } from "@medusajs/ui"
import { useFieldArray, useWatch, type Control } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { POLICY_FIELDS } from "../../lib/policy-fields"
import { AS_POLICY, emptyStrategy, STRATEGY_TERMS } from "../../lib/policy-rules-input"
import { ChoiceField } from "../common/choice-field"
import { TextField } from "../common/fields"
import { RowCard } from "../common/row-card"
import { FieldGrid, RulesGroup } from "./rules-group"
import type { PolicyInput } from "./use-policy-form"
import { useRuleChoices } from "../../hooks/use-rule-choices"

/** Most strategies of one policy. */
const MOST = 20

/** Aims per segment: the first that names a company's segment changes the terms above. */
export function StrategiesFields({ control, disabled }: { control: Control<PolicyInput>; disabled: boolean }) {
  const { t } = useTranslation("negotiation")
  const { fields, append, remove, move } = useFieldArray({ control, name: "rules.strategies" })
  return (
    <RulesGroup name="strategies" disabled={disabled}>
      {fields.map((field, index) => (
        <StrategyRow key={field.id} control={control} index={index} count={fields.length} onRemove={() => remove(index)} onMove={move} />
      ))}
      <div>
        <Button type="button" size="small" variant="secondary" disabled={fields.length >= MOST} onClick={() => append(emptyStrategy())}>
          {t("rules.strategy.add")}
        </Button>
      </div>
    </RulesGroup>
  )
}

interface StrategyRowProps {
  control: Control<PolicyInput>
  index: number
  count: number
  onRemove: () => void
  onMove: (from: number, to: number) => void
}

function StrategyRow({ control, index, ...row }: StrategyRowProps) {
  const { t } = useTranslation("negotiation")
  const choices = useRuleChoices()
  const name = useWatch({ control, name: `rules.strategies.${index}.name` })
  const objective = useWatch({ control, name: `rules.strategies.${index}.objective` })
  return (
    <RowCard title={name || t("rules.strategy.unnamed", { number: index + 1 })} index={index} {...row}>
      <FieldGrid>
        <TextField control={control} name={`rules.strategies.${index}.name`} label={t("rules.name")} />
        <TextField control={control} name={`rules.strategies.${index}.segments`} label={t("policies.segments")} hint={t("rules.strategy.segmentsHint")} />
        <ChoiceField control={control} name={`rules.strategies.${index}.objective`} label={t("rules.strategy.objective")} hint={t(`rules.objectiveHint.${objective}`)} options={choices.objectives} />
      </FieldGrid>
      <details className="group">
        <summary className="txt-compact-small-plus text-ui-fg-interactive focus-visible:shadow-borders-focus cursor-pointer rounded outline-none">{t("rules.strategy.terms")}</summary>
        <div className="pt-4">
          <FieldGrid>
            {STRATEGY_TERMS.map((term) => (
              <StrategyTerm key={term} control={control} index={index} term={term} />
            ))}
          </FieldGrid>
        </div>
      </details>
    </RowCard>
  )
}

function StrategyTerm({ control, index, term }: { control: Control<PolicyInput>; index: number; term: (typeof STRATEGY_TERMS)[number] }) {
  const { t } = useTranslation("negotiation")
  const field = POLICY_FIELDS.find(({ name }) => name === term)
  const label = `${t(`policies.field.${term}.label`)}${field?.kind === "share" ? " (%)" : ""}`
  const name = `rules.strategies.${index}.terms.${term}` as const
  if (!field?.choices) return <TextField control={control} name={name} label={label} placeholder={t("rules.asPolicy")} inputMode="decimal" optional />
  const options = [{ value: AS_POLICY, label: t("rules.asPolicy") }, ...field.choices.map((value) => ({ value, label: t(`policies.choice.${term}.${value}`) }))]
  return <ChoiceField control={control} name={name} label={label} options={options} />
}
