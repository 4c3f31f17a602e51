import type { BasisPoints, Money, Quantity, UnitPrice } from "../types"

/** 10,000 units are one major unit of any currency. */
export const UNITS_PER_MAJOR = 10_000
/** 10,000 basis points are the whole. */
export const WHOLE = 10_000
/** Largest unit price the engine reckons with: 10 million major units, the contract's `MAX_UNIT_PRICE`. */
export const MAX_UNIT_PRICE = 100_000_000_000
/** Largest quantity of one line, the contract's `MAX_QUANTITY`. */
export const MAX_QUANTITY = 10_000_000

/** True for a safe integer from `low` to `high`; false for everything that is no number. */
export function isWhole(value: unknown, low: number, high: number): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= low && value <= high
}

/** A unit price from a count of units, or null where it is no whole number from 0 to {@link MAX_UNIT_PRICE}. */
export function unitPrice(units: number): UnitPrice | null {
  return isWhole(units, 0, MAX_UNIT_PRICE) ? asUnitPrice(units) : null
}

/** A sum from a count of units, or null where it is no safe integer. */
export function money(units: number): Money | null {
  return Number.isSafeInteger(units) ? asMoney(units) : null
}

/** A quantity, or null where it is no whole number from 1 to {@link MAX_QUANTITY}. */
export function quantity(pieces: number): Quantity | null {
  return isWhole(pieces, 1, MAX_QUANTITY) ? (pieces as Quantity) : null
}

/** A share in basis points, or null where it is no safe integer. */
export function basisPoints(count: number): BasisPoints | null {
  return Number.isSafeInteger(count) ? asBasisPoints(count) : null
}

/** Brands a number the engine has just computed from checked ones. For callers inside the engine. */
export function asUnitPrice(units: number): UnitPrice {
  return units as UnitPrice
}

/** Brands a sum the engine has just computed from checked numbers. For callers inside the engine. */
export function asMoney(units: number): Money {
  return units as Money
}

/** Brands a share the engine has just computed from checked numbers. For callers inside the engine. */
export function asBasisPoints(count: number): BasisPoints {
  return count as BasisPoints
}
