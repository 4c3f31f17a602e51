import type { MedusaContainer } from "@medusajs/framework/types"
import { ContractError, type ConcessionTerms } from "../../contract"
import { currencyDecimals } from "../case/facts/currency"
import { paymentTermOf } from "./payment-terms"
import { readGrantable } from "./read-grantable"

/** Where concessions would hold. */
export interface ConcessionPlace {
  readonly region_id: string
  readonly currency_code: string
}

function refuse(message: string, details: Record<string, unknown>): never {
  throw new ContractError("invalid_data", message, details)
}

/** What would hang on the same condition twice: its buyer would get both, and nobody meant that. */
function conditionOf(terms: ConcessionTerms): string {
  if (terms.kind === "freight") return `freight ${terms.shipping_option_id} ${terms.on}`
  return terms.kind === "payment_term" ? `payment_term ${terms.payment_term}` : `basket ${terms.min_subtotal}`
}

function checkSum(amount: number, currency_code: string): void {
  const scale = 10 ** currencyDecimals(currency_code)
  if (Math.abs(Math.round(amount * scale) - amount * scale) > 1e-6) refuse(`${amount} is finer than ${currency_code.toUpperCase()} can be paid`, { amount, currency_code })
}

/**
 * Checks, before somebody promises it, that these concessions can be kept in a region: buyers there can choose the shipping
 * option, the way to pay is set up (option `paymentTerms`) and open to them, no sum is more than the cart it is taken off or
 * finer than the currency, and nothing is promised twice.
 * @throws ContractError `invalid_data`, for the seller's people, naming what can't be kept
 */
export async function requireGrantable(container: MedusaContainer, concessions: readonly ConcessionTerms[], place: ConcessionPlace): Promise<void> {
  if (concessions.length === 0) return
  const { region_id } = place
  const conditions = concessions.map(conditionOf)
  if (new Set(conditions).size < conditions.length) refuse("The same concession is granted twice", { concessions: conditions })
  const option_ids = concessions.flatMap((terms) => (terms.kind === "freight" ? terms.shipping_option_id : []))
  const grantable = await readGrantable(container, region_id, [...new Set(option_ids)])
  if (!grantable) return refuse("There is no such region", { region_id })
  for (const terms of concessions) {
    if (terms.kind === "freight") {
      const { shipping_option_id } = terms
      if (!grantable.shipping_options.some(({ id }) => id === shipping_option_id)) {
        refuse("Buyers in the region of this negotiation can't choose this shipping option", { shipping_option_id, region_id })
      }
    } else if (terms.kind === "payment_term") {
      const { payment_term } = terms
      const term = paymentTermOf(container, payment_term)
      if (!term) refuse("This store has no such way to pay: name it in the plugin's option paymentTerms", { payment_term })
      if (!grantable.payment_terms.some(({ id }) => id === payment_term)) {
        refuse("No payment provider of this way to pay is open to the region of this negotiation", { payment_term, provider_ids: [...term.provider_ids] })
      }
    } else if (terms.amount !== undefined) {
      if (terms.amount > terms.min_subtotal) refuse("More would be taken off than the cart has to come to", { amount: terms.amount, min_subtotal: terms.min_subtotal })
      checkSum(terms.amount, place.currency_code)
    }
  }
}
