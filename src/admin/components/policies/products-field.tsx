import { useState } from "react"
import { useWatch, type Control, type FieldPath } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useProductScopes } from "../../hooks/use-product-scopes"
import { MultiField } from "../common/multi-field"
import type { PolicyInput } from "./use-policy-form"

/** Parts of the catalogue: categories, collections, types, tags and single products, found by name. */
export function ProductsField({ control, name, label, hint }: { control: Control<PolicyInput>; name: FieldPath<PolicyInput>; label: string; hint?: string }) {
  const { t } = useTranslation("negotiation")
  const [search, setSearch] = useState("")
  const chosen = useWatch({ control, name })
  const scopes = useProductScopes(search, Array.isArray(chosen) ? (chosen as string[]) : [])
  return (
    <MultiField
      control={control}
      name={name}
      label={label}
      {...(hint === undefined ? {} : { hint })}
      options={scopes.map(({ value, kind, name: part }) => ({ value, label: `${t(`rules.scope.${kind}`)}: ${part}` }))}
      onSearch={setSearch}
    />
  )
}
