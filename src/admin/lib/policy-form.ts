import { DEFAULT_POLICY_TERMS, policyTermsSchema, type PolicyTerms } from "../../contract"
import { parseDecimal, parseWhole } from "./numbers"
import { POLICY_FIELDS, type PolicyField } from "./policy-fields"

/** The terms as typed. */
export type TermsInput = Record<string, string>

/** What is wrong with a field: which sentence to say, and the limit it names, as typed. */
export interface TermsError {
  field: string
  sentence: "number" | "whole" | "amounts" | "tooSmall" | "tooBig"
  limit?: string
}

const PERCENT = 100
/** Shares have four decimals; a percentage of them two. Rounding removes binary dust such as 28.999999999999996. */
const asPercent = (share: number) => String(Math.round(share * PERCENT * PERCENT) / PERCENT)

/** The terms of a policy as the form shows them. A policy older than a term shows what the store takes it to say. */
export function termsToInput(terms: PolicyTerms): TermsInput {
  return Object.fromEntries(POLICY_FIELDS.map((field) => [field.name, show(field, terms[field.name] ?? assumed(field, terms))]))
}

/** What a term stands for that a stored policy does not carry: null where that was said, else the contract's default. */
function assumed(field: PolicyField, terms: PolicyTerms): PolicyTerms[keyof PolicyTerms] {
  return field.name in terms ? null : DEFAULT_POLICY_TERMS[field.name]
}

function show(field: PolicyField, value: PolicyTerms[keyof PolicyTerms]): string {
  if (value === null) return ""
  if (field.kind === "share" && typeof value === "number") return asPercent(value)
  if (typeof value === "object") return Object.entries(value).map(([code, amount]) => `${code.toUpperCase()} ${amount}`).join(", ")
  return String(value)
}

/** Reads `USD 500000, EUR 400000`; null where it can't be read. */
function readAmounts(text: string): Record<string, number> | null {
  const parts = text.split(/[,;]\s*|\n/).filter((part) => part.trim() !== "")
  const amounts = parts.map((part) => /^\s*([A-Za-z]{3})\s+(\d+(?:\.\d+)?)\s*$/.exec(part))
  if (amounts.some((match) => match === null)) return null
  return Object.fromEntries(amounts.flatMap((match) => (match?.[1] ? [[match[1].toLowerCase(), Number(match[2])]] : [])))
}

function read(field: PolicyField, text: string): unknown {
  if (text.trim() === "" && field.nullable) return null
  switch (field.kind) {
    case "share": {
      const percent = parseDecimal(text)
      return percent === null ? undefined : Math.round(percent * PERCENT) / (PERCENT * PERCENT)
    }
    case "number":
      return parseDecimal(text) ?? undefined
    case "whole":
      return parseWhole(text) ?? undefined
    case "amounts":
      return readAmounts(text) ?? undefined
    case "choice":
      return text
  }
}

/** Reads the whole form: the terms, or what is wrong with which field. */
export function inputToTerms(input: TermsInput): { terms: PolicyTerms } | { errors: TermsError[] } {
  const candidate = Object.fromEntries(POLICY_FIELDS.map((field) => [field.name, read(field, input[field.name] ?? "")]))
  const result = policyTermsSchema.safeParse(candidate)
  if (result.success) return { terms: result.data }
  return {
    errors: result.error.issues.map((issue): TermsError => {
      const name = String(issue.path[0] ?? "")
      const field = POLICY_FIELDS.find((known) => known.name === name)
      const limit = (value: number | bigint) => (field?.kind === "share" ? `${asPercent(Number(value))} %` : String(value))
      if (issue.code === "too_big" && field?.kind !== "amounts") return { field: name, sentence: "tooBig", limit: limit(issue.maximum) }
      if (issue.code === "too_small" && field?.kind !== "amounts") return { field: name, sentence: "tooSmall", limit: limit(issue.minimum) }
      return { field: name, sentence: field?.kind === "amounts" ? "amounts" : field?.kind === "whole" ? "whole" : "number" }
    }),
  }
}
