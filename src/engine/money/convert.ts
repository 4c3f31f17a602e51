import type { UnitPrice } from "../types"
import { asUnitPrice, UNITS_PER_MAJOR } from "./brands"

const DECIMAL = /^(\d{1,15})(?:\.(\d+))?$/
const DECIMALS = 4

/**
 * Major units to units of 1/10,000 (ENGINE.md, Money).
 * @param amount a number, or a decimal string such as Medusa's raw amounts ("110.5"); at most four decimals
 * @returns null where the amount is negative, not finite, finer than 1/10,000 or beyond the safe integers
 */
export function toUnits(amount: number | string): UnitPrice | null {
  if (typeof amount === "number") {
    const units = Math.round(amount * UNITS_PER_MAJOR)
    return Number.isSafeInteger(units) && units >= 0 && units / UNITS_PER_MAJOR === amount ? asUnitPrice(units + 0) : null
  }
  const match = typeof amount === "string" ? DECIMAL.exec(amount) : null
  const whole = match?.[1]
  if (whole === undefined) return null
  const fraction = (match?.[2] ?? "").replace(/0+$/, "")
  if (fraction.length > DECIMALS) return null
  const units = Number(whole + fraction.padEnd(DECIMALS, "0"))
  return Number.isSafeInteger(units) ? asUnitPrice(units) : null
}

/**
 * The unit count nearest to an amount of any precision: for prices that had tax taken off at the edge and so have no
 * exact decimal form.
 * @returns null where the amount is negative, not finite or beyond the safe integers
 */
export function nearestUnits(amount: number): UnitPrice | null {
  const units = Math.round(amount * UNITS_PER_MAJOR)
  return Number.isSafeInteger(units) && units >= 0 ? asUnitPrice(units + 0) : null
}

/** Units of 1/10,000 to major units: the double nearest to the exact decimal, so `fromUnits(toUnits(x)!) === x`. */
export function fromUnits(units: number): number {
  return units / UNITS_PER_MAJOR
}
