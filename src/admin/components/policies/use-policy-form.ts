import { set, useForm, type FieldErrors, type FieldPath, type UseFormReturn } from "react-hook-form"
import { useTranslation } from "react-i18next"
import type { PolicyTerms } from "../../../contract"
import { inputToTerms, termsToInput, type TermsInput } from "../../lib/policy-form"
import { fieldAt, placeOf } from "../../lib/policy-places"
import { problemsOf } from "../../lib/policy-problems"
import { rulesToInput, type RulesInput } from "../../lib/policy-rules-input"
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
  rules: RulesInput
}

/** The form of a policy, checked by the contract's own schema. */
export function usePolicyForm(terms: PolicyTerms, name: string) {
  const { t } = useTranslation("negotiation")
  return useForm<PolicyInput>({
    defaultValues: { name, priority: "0", segments: "", note: "", terms: termsToInput(terms), rules: rulesToInput(terms) },
    mode: "onTouched",
    resolver: (values) => {
      const errors: FieldErrors<PolicyInput> = {}
      const named = values.name.trim()
      const priority = parseWhole(values.priority)
      if (named === "" || named.length > NAME_LENGTH) errors.name = { type: "custom", message: t("policies.invalid.name") }
      if (priority === null || priority > HIGHEST_PRIORITY) errors.priority = { type: "custom", message: t("policies.invalid.priority", { limit: HIGHEST_PRIORITY }) }
      const read = inputToTerms(values.terms, values.rules)
      if ("errors" in read) {
        for (const { field, sentence, limit } of read.errors) set(errors, field, { type: "custom", message: t(`policies.invalid.${sentence}`, { limit }) })
      }
      return Object.keys(errors).length > 0 ? { values: {}, errors } : { values, errors: {} }
    },
  })
}

/** The terms of a form that was checked. */
export function checkedTerms(input: PolicyInput): PolicyTerms {
  const read = inputToTerms(input.terms, input.rules)
  if ("errors" in read) throw new Error("The form was sent unchecked")
  return read.terms
}

/** Writes what the API refused at the fields it is about, and goes to the first of them. Answers whether there were any. */
export function showProblems(form: UseFormReturn<PolicyInput>, error: unknown): boolean {
  const problems = problemsOf(error)
  problems.forEach(({ path, message }, index) => {
    form.setError(fieldAt(placeOf(path)) as FieldPath<PolicyInput>, { type: "server", message }, { shouldFocus: index === 0 })
  })
  return problems.length > 0
}
