import { useForm, type FieldErrors } from "react-hook-form"
import { useTranslation } from "react-i18next"
import type { PolicyTerms } from "../../../contract"
import { inputToTerms, termsToInput, type TermsInput } from "../../lib/policy-form"
import { parseWhole } from "../../lib/numbers"

const NAME_LENGTH = 120
const HIGHEST_PRIORITY = 10_000

/** A policy as typed. Name, priority and segments are asked once, at its making; terms and note at every version. */
export interface PolicyInput {
  name: string
  priority: string
  segments: string
  note: string
  terms: TermsInput
}

/** The form of a policy, checked by the contract's own schema. */
export function usePolicyForm(terms: PolicyTerms, name: string) {
  const { t } = useTranslation("negotiation")
  return useForm<PolicyInput>({
    defaultValues: { name, priority: "0", segments: "", note: "", terms: termsToInput(terms) },
    mode: "onTouched",
    resolver: (values) => {
      const errors: FieldErrors<PolicyInput> = {}
      const named = values.name.trim()
      const priority = parseWhole(values.priority)
      if (named === "" || named.length > NAME_LENGTH) errors.name = { type: "custom", message: t("policies.invalid.name") }
      if (priority === null || priority > HIGHEST_PRIORITY) errors.priority = { type: "custom", message: t("policies.invalid.priority", { limit: HIGHEST_PRIORITY }) }
      const read = inputToTerms(values.terms)
      if ("errors" in read) {
        errors.terms = Object.fromEntries(
          read.errors.map(({ field, sentence, limit }) => [field, { type: "custom", message: t(`policies.invalid.${sentence}`, { limit }) }])
        )
      }
      return Object.keys(errors).length > 0 ? { values: {}, errors } : { values, errors: {} }
    },
  })
}

/** The terms of a form that was checked. */
export function checkedTerms(input: PolicyInput): PolicyTerms {
  const read = inputToTerms(input.terms)
  if ("errors" in read) throw new Error("The form was sent unchecked")
  return read.terms
}
