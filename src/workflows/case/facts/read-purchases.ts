import type { MedusaContainer } from "@medusajs/framework/types"
import { INSIGHT_MODULE, purchaseScope, type InsightModuleService, type PurchaseFacts } from "../../../modules/insight"
import type { NegotiatingCompany } from "../../company/resolve-company"

/** What a company bought of a variant before. */
export type PurchaseFact = PurchaseFacts

/** Last price paid and largest past quantity by variant, in one round trip. */
export async function readPurchaseFacts(
  container: MedusaContainer,
  query: { readonly company: NegotiatingCompany; readonly variant_ids: readonly string[]; readonly currency_code: string }
): Promise<Map<string, PurchaseFact>> {
  const insight = container.resolve<InsightModuleService>(INSIGHT_MODULE)
  const facts = await insight.purchaseFacts({
    ...purchaseScope(query.company),
    variant_ids: query.variant_ids,
    currency_code: query.currency_code,
  })
  return new Map(facts.map((fact) => [fact.variant_id, fact]))
}
