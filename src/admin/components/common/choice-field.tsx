import { Form } from "@medusajs/dashboard/components"
import { Select } from "@medusajs/ui"
import type { Control, FieldPath, FieldValues } from "react-hook-form"

interface ChoiceFieldProps<Values extends FieldValues> {
  control: Control<Values>
  name: FieldPath<Values>
  label: string
  hint?: string
  placeholder?: string
  options: readonly { value: string; label: string }[]
}

/** One of a few, from a list that opens. */
export function ChoiceField<Values extends FieldValues>({ control, name, label, hint, placeholder, options }: ChoiceFieldProps<Values>) {
  return (
    <Form.Field
      control={control}
      name={name}
      render={({ field: { ref, onChange, ...field } }) => (
        <Form.Item>
          <Form.Label>{label}</Form.Label>
          <Select {...field} onValueChange={onChange}>
            <Form.Control>
              <Select.Trigger ref={ref}>
                <Select.Value {...(placeholder === undefined ? {} : { placeholder })} />
              </Select.Trigger>
            </Form.Control>
            <Select.Content>
              {options.map((option) => (
                <Select.Item key={option.value} value={option.value}>
                  {option.label}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
          {hint && <Form.Hint>{hint}</Form.Hint>}
          <Form.ErrorMessage />
        </Form.Item>
      )}
    />
  )
}
