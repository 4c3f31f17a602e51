import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { updateProductVariantsWorkflow } from "@medusajs/medusa/core-flows"
import { NO_LEVERS, type LeverTerms, type PolicyTerms } from "../../../src/contract"
import { agreedIn } from "../agreements/agreed"
import type { Ground } from "../../setup/shop"
import type { StoreTest } from "../../setup/store-test"
import { createPolicy } from "../../setup/terms"

/** Terms of a policy that gives nothing for talk alone: its trades are all there is. */
export const TRADES_ONLY: Partial<PolicyTerms> = { opening_concession: 0, talk_concession_limit: 0 }

/** The slower delivery of the shop under test is worth 6,000 an order; it takes ten days. */
export function freightLever(ground: Ground): Partial<LeverTerms> {
  return { freight: [{ shipping_option_id: ground.slow_option_id, gain: { usd: 6_000, gbp: 6_000 }, transit_days: 10 }] }
}

/** Paying before delivery instead of after 60 days, and after 30. */
export const PAYMENT_LEVER: Partial<LeverTerms> = { payment: { terms: ["prepay", "net30"], standard_days: 60, annual_rate: 0.1, bad_debt: 0.01 } }

/** A policy with levers that answers before every other one. */
export function leverPolicy(container: MedusaContainer, levers: Partial<LeverTerms>, terms: Partial<PolicyTerms> = TRADES_ONLY, segments: string[] = [], priority = 2_000) {
  return createPolicy(container, { ...terms, levers: { ...NO_LEVERS, ...levers } }, segments, priority)
}

/** What tests of levers do with a store. */
export function leversIn(store: StoreTest) {
  const { variant, service } = agreedIn(store)

  /** An article of its own with a cost, that may stand in for the cylinder. @returns its variant. */
  async function standIn(usd: number, cost: number, more: { readonly gbp?: number; readonly configured?: boolean } = {}): Promise<string> {
    const variant_id = await variant([{ currency_code: "usd", amount: usd }, ...(more.gbp ? [{ currency_code: "gbp", amount: more.gbp }] : [])])
    const valid_from = new Date("2026-01-01T00:00:00Z")
    await service().createNegotiationCosts(["usd", "gbp"].map((currency_code) => ({ variant_id, currency_code, unit_cost: cost, valid_from })))
    if (more.configured !== false) await configure([variant_id])
    return variant_id
  }

  /** Names what may stand in for the cylinder. */
  async function configure(substitutes: readonly string[]): Promise<void> {
    const { variant_id } = store.ground().articles.cylinder
    await updateProductVariantsWorkflow(store.container()).run({ input: { selector: { id: variant_id }, update: { metadata: { substitutes: [...substitutes] } } } })
  }

  /** Describes a variant. */
  const describe = (variant_id: string, update: { material?: string; weight?: number }) =>
    store.container().resolve(Modules.PRODUCT).updateProductVariants(variant_id, update)

  return { standIn, configure, describe, service }
}
