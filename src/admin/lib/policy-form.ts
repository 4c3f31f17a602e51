import { DEFAULT_POLICY_TERMS, policyTermsSchema, type PolicyTerms } from "../../contract"
import { POLICY_FIELDS, type FieldKind, type PolicyField } from "./policy-fields"
import { fieldAt } from "./policy-places"
import { rulesFromInput, type RulesInput } from "./policy-rules-input"
import { readField, showField, showShare } from "./policy-values"

/** The terms as typed. */
export type TermsInput = Record<string, string>

/** What is wrong with a field of the form: which sentence to say, and the limit it names, as typed. */
export interface TermsError {
  field: string
  sentence: "number" | "whole" | "amounts" | "missing" | "choose" | "tooSmall" | "tooBig"
  limit?: string
}

/** How fields of rules are typed, by the last word of their place; terms of a strategy are typed as the policy's own. */
const RULE_KINDS: Readonly<Record<string, FieldKind | "text" | "pick">> = {
  minimum_value: "amounts", value_from: "amounts", gain: "amounts",
  depth_from: "share", margin_under: "share", kept_share: "share", payment_annual_rate: "share", payment_bad_debt: "share",
  sla_hours: "whole", transit_days: "whole", payment_standard_days: "whole",
  shipping_option_id: "pick", name: "text", segments: "text",
}

/** The terms of a policy as the form shows them. A policy older than a term shows what the store takes it to say. */
export function termsToInput(terms: PolicyTerms): TermsInput {
  return Object.fromEntries(POLICY_FIELDS.map((field) => [field.name, showField(field, terms[field.name] ?? assumed(field, terms))]))
}

/** What a term stands for that a stored policy does not carry: null where that was said, else the contract's default. */
function assumed(field: PolicyField, terms: PolicyTerms): PolicyTerms[keyof PolicyTerms] {
  return field.name in terms ? null : DEFAULT_POLICY_TERMS[field.name]
}

function kindOf(field: string): FieldKind | "text" | "pick" {
  const last = field.slice(field.lastIndexOf(".") + 1)
  return (field.startsWith("rules.") ? RULE_KINDS[last] : undefined) ?? POLICY_FIELDS.find(({ name }) => name === last)?.kind ?? "number"
}

function sentenceOf(kind: FieldKind | "text" | "pick"): TermsError["sentence"] {
  if (kind === "text") return "missing"
  if (kind === "pick") return "choose"
  return kind === "amounts" ? "amounts" : kind === "whole" ? "whole" : "number"
}

/** Reads the whole form: the terms, or what is wrong with which field. */
export function inputToTerms(input: TermsInput, rules: RulesInput): { terms: PolicyTerms } | { errors: TermsError[] } {
  const plain = Object.fromEntries(POLICY_FIELDS.map((field) => [field.name, readField(field, input[field.name] ?? "")]))
  const result = policyTermsSchema.safeParse({ ...plain, ...rulesFromInput(rules) })
  if (result.success) return { terms: result.data }
  return {
    errors: result.error.issues.map((issue): TermsError => {
      const field = fieldAt(issue.path.map((step) => (typeof step === "number" ? step : String(step))))
      const kind = kindOf(field)
      const limit = (value: number | bigint) => (kind === "share" ? `${showShare(Number(value))} %` : String(value))
      const counted = kind !== "amounts" && kind !== "text" && kind !== "pick"
      if (issue.code === "too_big" && counted) return { field, sentence: "tooBig", limit: limit(issue.maximum) }
      if (issue.code === "too_small" && counted) return { field, sentence: "tooSmall", limit: limit(issue.minimum) }
      return { field, sentence: sentenceOf(kind) }
    }),
  }
}
