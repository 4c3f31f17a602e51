import { Combobox, Form } from "@medusajs/dashboard/components"
import type { Control, FieldPath, FieldValues } from "react-hook-form"

interface MultiFieldProps<Values extends FieldValues> {
  control: Control<Values>
  name: FieldPath<Values>
  label: string
  hint?: string
  placeholder?: string
  options: { value: string; label: string }[]
  disabled?: boolean
  /** Left out: the options given are all there are. */
  onSearch?: (text: string) => void
}

/** Any number of several, found by typing; each chosen one is a chip. */
export function MultiField<Values extends FieldValues>({ control, name, label, hint, placeholder, options, disabled = false, onSearch }: MultiFieldProps<Values>) {
  return (
    <Form.Field
      control={control}
      name={name}
      render={({ field: { value, onChange, ref } }) => (
        <Form.Item>
          <Form.Label optional>{label}</Form.Label>
          <Form.Control>
            <Combobox<string[]>
              ref={ref}
              value={Array.isArray(value) ? value : []}
              onChange={(chosen) => onChange(chosen ?? [])}
              options={options}
              displayMode="chips"
              disabled={disabled}
              {...(placeholder === undefined ? {} : { placeholder })}
              {...(onSearch ? { onSearchValueChange: onSearch } : {})}
            />
          </Form.Control>
          {hint && <Form.Hint>{hint}</Form.Hint>}
          <Form.ErrorMessage />
        </Form.Item>
      )}
    />
  )
}
