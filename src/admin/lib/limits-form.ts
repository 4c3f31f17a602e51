import { z } from "zod"
import { parseWhole } from "./numbers"

/** Most orders and days an agreement can be limited to, as the API takes them. */
const MOST_ORDERS = 10_000
const MOST_DAYS = 730

/** Limits of the agreement that comes of a decision, as typed; empty: any number of orders, days as the policy says. */
export interface LimitsInput {
  max_orders: string
  agreement_days: string
}

/** No limits of its own. */
export const NO_LIMITS: LimitsInput = { max_orders: "", agreement_days: "" }

/** True for nothing, and for a whole number from 1 to the limit. */
function fits(text: string, most: number): boolean {
  if (text.trim() === "") return true
  const number = parseWhole(text)
  return number !== null && number >= 1 && number <= most
}

/** The limits as fields of a form. */
export function limitsFields(say: (key: string) => string) {
  return {
    max_orders: z.string().refine((text) => fits(text, MOST_ORDERS), say("limits.invalid.orders")),
    agreement_days: z.string().refine((text) => fits(text, MOST_DAYS), say("limits.invalid.days")),
  }
}

/** Checked limits as a decision's body carries them. */
export function limitsBody({ max_orders, agreement_days }: LimitsInput): { max_orders?: number; agreement_days?: number } {
  const [orders, days] = [parseWhole(max_orders), parseWhole(agreement_days)]
  return { ...(orders === null ? {} : { max_orders: orders }), ...(days === null ? {} : { agreement_days: days }) }
}
