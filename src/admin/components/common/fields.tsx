import { Combobox, Form } from "@medusajs/dashboard/components"
import { Checkbox, Input, Switch, Text, Textarea } from "@medusajs/ui"
import type { ComponentProps } from "react"
import type { Control, FieldPath, FieldValues } from "react-hook-form"

interface FieldProps<Values extends FieldValues> {
  control: Control<Values>
  name: FieldPath<Values>
  label: string
  hint?: string
  optional?: boolean
}

/** A one-line text field with label, hint and error. */
export function TextField<Values extends FieldValues>({ control, name, label, hint, optional = false, ...input }: FieldProps<Values> & ComponentProps<typeof Input>) {
  return (
    <Form.Field
      control={control}
      name={name}
      render={({ field }) => (
        <Form.Item>
          <Form.Label optional={optional}>{label}</Form.Label>
          <Form.Control>
            <Input autoComplete="off" {...input} {...field} />
          </Form.Control>
          {hint && <Form.Hint>{hint}</Form.Hint>}
          <Form.ErrorMessage />
        </Form.Item>
      )}
    />
  )
}

/** A text of several lines with label, hint and error. */
export function NoteField<Values extends FieldValues>({ control, name, label, hint, optional = false }: FieldProps<Values>) {
  return (
    <Form.Field
      control={control}
      name={name}
      render={({ field }) => (
        <Form.Item>
          <Form.Label optional={optional}>{label}</Form.Label>
          <Form.Control>
            <Textarea rows={3} {...field} />
          </Form.Control>
          {hint && <Form.Hint>{hint}</Form.Hint>}
          <Form.ErrorMessage />
        </Form.Item>
      )}
    />
  )
}

/** Yes or no: a switch for a setting, a checkbox for a choice made with the form. */
export function YesNoField<Values extends FieldValues>({ control, name, label, hint, as = "switch" }: FieldProps<Values> & { as?: "switch" | "checkbox" }) {
  const Box = as === "switch" ? Switch : Checkbox
  return (
    <Form.Field
      control={control}
      name={name}
      render={({ field: { value, onChange, ...field } }) => (
        <Form.Item className="flex-row items-start gap-x-3 space-y-0">
          <Form.Control>
            <Box {...field} checked={Boolean(value)} onCheckedChange={(checked) => onChange(checked === true)} />
          </Form.Control>
          <div>
            <Form.Label>{label}</Form.Label>
            {hint && (
              <Text size="small" className="text-ui-fg-subtle">
                {hint}
              </Text>
            )}
          </div>
        </Form.Item>
      )}
    />
  )
}

interface PickFieldProps<Values extends FieldValues> extends FieldProps<Values> {
  options: { value: string; label: string }[]
  onSearch?: (text: string) => void
}

/** One of many, found by typing. */
export function PickField<Values extends FieldValues>({ control, name, label, hint, options, onSearch }: PickFieldProps<Values>) {
  return (
    <Form.Field
      control={control}
      name={name}
      render={({ field: { value, onChange, ref } }) => (
        <Form.Item>
          <Form.Label>{label}</Form.Label>
          <Form.Control>
            <Combobox ref={ref} value={value} onChange={onChange} options={options} {...(onSearch ? { onSearchValueChange: onSearch } : {})} />
          </Form.Control>
          {hint && <Form.Hint>{hint}</Form.Hint>}
          <Form.ErrorMessage />
        </Form.Item>
      )}
    />
  )
}
