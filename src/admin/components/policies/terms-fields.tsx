import { Form } from "@medusajs/dashboard/components"
import { Heading, Input, Select } from "@medusajs/ui"
import type { Control } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { POLICY_GROUPS, type PolicyField } from "../../lib/policy-fields"
import type { PolicyInput } from "./use-policy-form"

/** The terms of a policy by subject, each with what it does in a sentence. */
export function TermsFields({ control, disabled }: { control: Control<PolicyInput>; disabled: boolean }) {
  const { t } = useTranslation("negotiation")
  return (
    <div className="flex flex-col divide-y">
      {POLICY_GROUPS.map((group) => (
        <fieldset key={group.name} disabled={disabled} className="px-6 py-6">
          <legend className="sr-only">{t(`policies.group.${group.name}`)}</legend>
          <Heading level="h3" aria-hidden className="mb-4">
            {t(`policies.group.${group.name}`)}
          </Heading>
          <div className="grid gap-x-6 gap-y-5 md:grid-cols-2">
            {group.fields.map((field) => (
              <TermField key={field.name} control={control} field={field} disabled={disabled} />
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  )
}

function TermField({ control, field, disabled }: { control: Control<PolicyInput>; field: PolicyField; disabled: boolean }) {
  const { t } = useTranslation("negotiation")
  return (
    <Form.Field
      control={control}
      name={`terms.${field.name}`}
      render={({ field: { ref, onChange, ...input } }) => (
        <Form.Item>
          <Form.Label optional={field.nullable ?? false}>{`${t(`policies.field.${field.name}.label`)}${field.kind === "share" ? " (%)" : ""}`}</Form.Label>
          {field.choices ? (
            <Select {...input} onValueChange={onChange} disabled={disabled}>
              <Form.Control>
                <Select.Trigger ref={ref}>
                  <Select.Value />
                </Select.Trigger>
              </Form.Control>
              <Select.Content>
                {field.choices.map((choice) => (
                  <Select.Item key={choice} value={choice}>
                    {t(`policies.choice.${field.name}.${choice}`)}
                  </Select.Item>
                ))}
              </Select.Content>
            </Select>
          ) : (
            <Form.Control>
              <Input {...input} ref={ref} onChange={onChange} autoComplete="off" inputMode={field.kind === "whole" ? "numeric" : field.kind === "amounts" ? "text" : "decimal"} />
            </Form.Control>
          )}
          <Form.Hint>{t(`policies.field.${field.name}.help`)}</Form.Hint>
          <Form.ErrorMessage />
        </Form.Item>
      )}
    />
  )
}
