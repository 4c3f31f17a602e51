/** One term of the engine's trace: a name of its formulas, its value, and what the value counts. */
export interface TraceTerm {
  term: string
  value: number | string | null
  unit: string
}

/** The terms of one line; `line_id` is null where the trace isn't divided by lines. */
export interface LineTrace {
  line_id: string | null
  terms: TraceTerm[]
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

function isTerm(value: unknown): value is TraceTerm {
  return isRecord(value) && typeof value["term"] === "string" && "value" in value
}

/**
 * Reads a trace as the API passes it on: a list of terms, a list of lines with terms, or the engine's whole decision.
 * Anything else gives an empty list, and the page shows the raw text instead.
 */
export function readTrace(trace: unknown): LineTrace[] {
  if (isRecord(trace)) return readTrace(trace["lines"] ?? trace["trace"])
  if (!Array.isArray(trace)) return []
  if (trace.length > 0 && trace.every(isTerm)) return [{ line_id: null, terms: trace }]
  return trace.flatMap((line) => {
    const terms = isRecord(line) ? (line["terms"] ?? line["trace"]) : null
    if (!isRecord(line) || !Array.isArray(terms)) return []
    return [{ line_id: typeof line["line_id"] === "string" ? line["line_id"] : null, terms: terms.filter(isTerm) }]
  })
}

/** The engine counts money in ten-thousandths of the major unit. */
export const UNITS_PER_MAJOR = 10_000
/** The engine counts shares in ten-thousandths. */
export const BASIS_POINTS = 10_000
