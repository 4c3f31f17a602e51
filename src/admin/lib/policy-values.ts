import type { PolicyTerms } from "../../contract"
import { parseDecimal, parseWhole } from "./numbers"
import type { PolicyField } from "./policy-fields"

const PERCENT = 100

/** A share as a percentage. Shares have four decimals, a percentage of them two; rounding removes binary dust such as 28.999999999999996. */
export function showShare(share: number): string {
  return String(Math.round(share * PERCENT * PERCENT) / PERCENT)
}

/** A percentage as a share, or null where it is none. */
export function readShare(text: string): number | null {
  const percent = parseDecimal(text)
  return percent === null ? null : Math.round(percent * PERCENT) / (PERCENT * PERCENT)
}

/** Amounts as `USD 500000, EUR 400000`. */
export function showAmounts(amounts: Readonly<Record<string, number>>): string {
  return Object.entries(amounts).map(([code, amount]) => `${code.toUpperCase()} ${amount}`).join(", ")
}

/** Reads `USD 500000, EUR 400000`; null where it can't be read. */
export function readAmounts(text: string): Record<string, number> | null {
  const parts = text.split(/[,;]\s*|\n/).filter((part) => part.trim() !== "")
  const amounts = parts.map((part) => /^\s*([A-Za-z]{3})\s+(\d+(?:\.\d+)?)\s*$/.exec(part))
  if (amounts.some((match) => match === null)) return null
  return Object.fromEntries(amounts.flatMap((match) => (match?.[1] ? [[match[1].toLowerCase(), Number(match[2])]] : [])))
}

/** A term as its field shows it; nothing for null. */
export function showField(field: PolicyField, value: PolicyTerms[keyof PolicyTerms]): string {
  if (value === null) return ""
  if (field.kind === "share" && typeof value === "number") return showShare(value)
  if (typeof value === "object") return showAmounts(value as Record<string, number>)
  return String(value)
}

/** What a field says; undefined where it can't be read. */
export function readField(field: PolicyField, text: string): unknown {
  if (text.trim() === "" && field.nullable) return null
  switch (field.kind) {
    case "share":
      return readShare(text) ?? undefined
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
