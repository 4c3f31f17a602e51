import type { SimulateBody } from "../../contract"
import { parseDecimal, parseWhole } from "./numbers"

/** A first ask as typed; an empty cost is unknown, an empty segment none. */
export interface TrialInput {
  segment: string
  currency: string
  list: string
  cost: string
  quantity: string
  ask: string
}

/** What is tried; null where something can't be read as a number. */
export function trialBody(input: TrialInput): Omit<SimulateBody, "terms"> | null {
  const list = parseDecimal(input.list)
  const ask = parseDecimal(input.ask)
  const quantity = parseWhole(input.quantity)
  const cost = input.cost.trim() === "" ? null : parseDecimal(input.cost)
  if (!list || !ask || !quantity || (cost === null && input.cost.trim() !== "") || !/^[A-Za-z]{3}$/.test(input.currency.trim())) return null
  const segment = input.segment.trim() || null
  return {
    currency_code: input.currency.trim().toLowerCase(),
    company: { segment, profitability: null, growth: null, credit: null, strategic: false },
    needed_in_days: null,
    lines: [{ list_unit_price: list, unit_cost: cost, quantity, target_unit_price: ask, scopes: [] }],
  }
}
