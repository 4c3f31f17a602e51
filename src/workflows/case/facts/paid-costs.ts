import type { MedusaContainer } from "@medusajs/framework/types"
import type { PolicyTerms } from "../../../contract"
import { negotiationService } from "../../negotiation-service"
import type { PurchaseFact } from "./read-purchases"

/** True where the terms, or those of a segment, hold the last price paid: only then does it matter what it cost that day. */
export function holdsLastPaid(terms: PolicyTerms | undefined): boolean {
  return terms !== undefined && (terms.last_paid === "hold" || terms.strategies.some((strategy) => strategy.terms.last_paid === "hold"))
}

/** What each variant cost on the day a company last paid for it, by variant; where nobody knows, there is no entry. */
export async function readPaidCosts(
  container: MedusaContainer,
  purchases: ReadonlyMap<string, PurchaseFact>,
  currency_code: string
): Promise<Map<string, number>> {
  const moments = [...purchases.values()].flatMap(({ variant_id, last_paid }) => (last_paid === null ? [] : { variant_id, at: last_paid.at }))
  const costs = await negotiationService(container).costsAt(moments, currency_code)
  return new Map(costs.map(({ variant_id, unit_cost }) => [variant_id, unit_cost]))
}
