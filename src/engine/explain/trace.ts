import type { TraceTerm } from "../types"

/** A trace under construction: the terms of a decision in the order they were found. */
export type Trace = TraceTerm[]

/** Notes a price in units. */
export function notePrice(trace: Trace, term: string, value: number | null): void {
  trace.push({ term, value, unit: "price" })
}

/** Notes a sum in units. */
export function noteMoney(trace: Trace, term: string, value: number | null): void {
  trace.push({ term, value, unit: "money" })
}

/** Notes pieces. */
export function notePieces(trace: Trace, term: string, value: number | null): void {
  trace.push({ term, value, unit: "pieces" })
}

/** Notes a share in basis points. */
export function noteShare(trace: Trace, term: string, value: number | null): void {
  trace.push({ term, value, unit: "bps" })
}

/** Notes a number of rounds. */
export function noteRounds(trace: Trace, term: string, value: number): void {
  trace.push({ term, value, unit: "rounds" })
}

/** Notes a word. */
export function noteText(trace: Trace, term: string, value: string): void {
  trace.push({ term, value, unit: "text" })
}
