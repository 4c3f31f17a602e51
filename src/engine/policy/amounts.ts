import { UNITS_PER_MAJOR } from "../money/brands"

/** Amounts in major units as units, by lower-case currency code. */
export function unitsByCurrency(amounts: Readonly<Record<string, number>> | undefined, round: (units: number) => number): ReadonlyMap<string, number> {
  return new Map(Object.entries(amounts ?? {}).map(([code, amount]) => [code.toLowerCase(), round(amount * UNITS_PER_MAJOR)]))
}
