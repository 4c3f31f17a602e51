import type { PolicyTerms } from "../../src/engine"
import type { Curve } from "./chart"
import { priceOf, talk, volumeOf, type LineChange } from "./story"

/** Numbers from one to another, both included. */
export const range = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.floor((to - from) / step + 1e-9) + 1 }, (_, place) => Number((from + place * step).toFixed(4)))

/** Counters round by round of a buyer who raises their ask a lot: reciprocity holds nothing back. */
export function rounds(name: string, change: Partial<PolicyTerms>, line: LineChange = {}): Curve {
  const count = change.rounds ?? 4
  const asks = Array.from({ length: count }, (_, place) => 95 + place * 3)
  return { name, points: talk({ volume_cap_factor: 1, reciprocity: 10, ...change }, asks, line).map((decision, place) => [place + 1, priceOf(decision)] as const) }
}

/** Pieces at which an ask is granted, for asks in a row, each a case of its own. */
export function pieces(name: string, change: Partial<PolicyTerms>, asks: readonly number[]): Curve {
  return { name, points: asks.flatMap((ask) => {
    const offer = volumeOf(talk({ volume_cap_factor: 10, ...change }, [ask])[0] ?? fail())
    return offer === null || offer.unitPrice !== ask ? [] : [[ask, offer.quantity] as const]
  }) }
}

/** Every ask is answered. */
export function fail(): never {
  throw new Error("a talk without an answer")
}
