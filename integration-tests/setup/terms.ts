import type { MedusaContainer } from "@medusajs/framework/types"
import { DEFAULT_POLICY_TERMS, type PolicyTerms } from "../../src/contract"
import { NEGOTIATION_MODULE, type NegotiationModuleService } from "../../src/modules/negotiation"
import type { Ground } from "./shop"

/** Terms under which the golden story's figures come out: 120, cost 80, 2,000 pieces, ask 110 → 2,000 more at 110. */
export const GOLDEN_TERMS: PolicyTerms = {
  ...DEFAULT_POLICY_TERMS,
  volume_step: 500,
  outlier_quantity_factor: null,
  automatic_limit: { usd: 500_000, eur: 500_000, gbp: 500_000 },
}

/** Makes a policy that answers before every other one (priority 1,000) for the segments named, by default for all. */
export async function createPolicy(container: MedusaContainer, terms: Partial<PolicyTerms> = {}, segments: string[] = [], priority = 1_000) {
  const negotiation = container.resolve<NegotiationModuleService>(NEGOTIATION_MODULE)
  const policy = await negotiation.createNegotiationPolicies({ name: `Golden ${priority}`, priority, scope: { segments } })
  await negotiation.createNegotiationPolicyVersions({ policy_id: policy.id, version: 1, terms: { ...GOLDEN_TERMS, ...terms } })
  return policy
}

/** Enters what the articles cost: in euro at .92 of the dollar, in pounds at one. */
export async function createCosts(container: MedusaContainer, articles: Ground["articles"]): Promise<void> {
  const negotiation = container.resolve<NegotiationModuleService>(NEGOTIATION_MODULE)
  const valid_from = new Date("2026-01-01T00:00:00Z")
  await negotiation.createNegotiationCosts(
    Object.values(articles).flatMap(({ variant_id, cost }) =>
      cost === null
        ? []
        : [
            { variant_id, currency_code: "usd", unit_cost: cost, valid_from },
            { variant_id, currency_code: "eur", unit_cost: Math.round(cost * 92) / 100, valid_from },
            { variant_id, currency_code: "gbp", unit_cost: cost, valid_from },
          ]
    )
  )
}
