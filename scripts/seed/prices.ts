import type { MedusaContainer } from "@medusajs/framework/types"
import { PriceListStatus, PriceListType } from "@medusajs/framework/utils"
import { createPriceListsWorkflow } from "@medusajs/medusa/core-flows"
import { NEGOTIATION_MODULE, type NegotiationModuleService } from "../../src/modules/negotiation"
import { inEuro, withVat } from "./catalogue"
import { demoLevers, POLICIES } from "./policies"
import type { StockedArticle } from "./products"

/** Steps of the volume buyers' own prices: from so many pieces on, so much less. */
const STEPS = [
  { min_quantity: 1, max_quantity: 249, share: 0.98 },
  { min_quantity: 250, max_quantity: 999, share: 0.95 },
  { min_quantity: 1_000, share: 0.92 },
] as const

const toCents = (amount: number) => Math.round(amount * 100) / 100

/**
 * Volume steps for one segment on some articles. Quantities stand in the price's columns and the segment on the price
 * row: a rule named `min_quantity` never matches, and rules on the list are slow.
 */
export async function createVolumePrices(
  container: MedusaContainer,
  articles: readonly StockedArticle[],
  groupId: string,
  germanRegionId: string
): Promise<void> {
  const who = { "customer.groups.id": groupId }
  const prices = articles
    .filter((article) => article.kind === "tiered")
    .flatMap(({ variant_id, list }) =>
      STEPS.flatMap(({ share, ...range }) =>
        [
          { currency_code: "usd", amount: toCents(list * share), rules: who },
          { currency_code: "eur", amount: toCents(inEuro(list) * share), rules: who },
          // Where prices include tax the steps do too, or the same number would mean another price.
          { currency_code: "eur", amount: withVat(toCents(inEuro(list) * share)), rules: { ...who, region_id: germanRegionId } },
        ].map((price) => ({ variant_id, ...price, ...range }))
      )
    )
  // The framework's type of this input leaves out the list's type, which the workflow takes.
  const list = { title: "Volume buyers", description: "Price steps of the volume buyers' framework contract.", type: PriceListType.OVERRIDE, status: PriceListStatus.ACTIVE, prices }
  await createPriceListsWorkflow(container).run({ input: { price_lists_data: [list] } })
}

/** One policy for each segment, and one for everybody else where the installation brought none. */
export async function createPolicies(container: MedusaContainer, slow_option_id: string): Promise<void> {
  const negotiation = container.resolve<NegotiationModuleService>(NEGOTIATION_MODULE)
  for (const { name, segments, priority, note, terms: own, trades } of POLICIES) {
    const terms = trades ? { ...own, levers: demoLevers(trades, slow_option_id) } : own
    const policy = await negotiation.createNegotiationPolicies({ name, priority, scope: { segments: [...segments] }, version: 1 })
    await negotiation.createNegotiationPolicyVersions({ policy_id: policy.id, version: 1, terms, note, created_by: "demo" })
  }
}
