import type { MedusaContainer } from "@medusajs/framework/types"
import type { GatheredFacts, GatherInput } from "../gather"
import { NO_LEVER_FACTS, type LeverFacts } from "./lever-facts"
import { readFreight } from "./read-freight"
import { readPaymentChoices } from "./read-payment-terms"
import { NO_SUBSTITUTES, readSubstitutes } from "./read-substitutes"

/** What a case's facts have before it is asked what can be traded. */
export type BareFacts = Pick<GatheredFacts, "stored" | "own" | "variants">

/** Facts with what can be traded beside volume, and with what a decision on articles that stand in rests on. */
export type TradingFacts = BareFacts & { readonly levers: LeverFacts }

/**
 * Asks what can be traded beside volume: only what the policy names, side by side, and nothing where nothing will be
 * offered.
 */
export async function gatherLevers(container: MedusaContainer, input: GatherInput, bare: BareFacts): Promise<TradingFacts> {
  const terms = bare.stored.policy?.terms.levers
  if (!terms || input.context === null) return { ...bare, levers: NO_LEVER_FACTS }
  const { company, region_id, currency_code, sales_channel_id, cart_id, lines } = input
  const asked = lines.flatMap((line) => bare.variants.get(line.variant_id) ?? [])
  const is_tax_inclusive = lines.some((line) => bare.own.get(line.variant_id)?.is_tax_inclusive === true)
  const { customer, customer_id, id: company_id, price_list_id: company_price_list_id } = company
  const where = { region_id, currency_code, sales_channel_id, customer_id, company_id, customer_group_ids: customer.group_ids, company_price_list_id }
  const [freight, payment_terms, found] = await Promise.all([
    readFreight(container, { region_id, cart_id, currency_code, customer, is_tax_inclusive }, terms.freight.map((lever) => lever.shipping_option_id)),
    readPaymentChoices(container, region_id, terms.payment.terms),
    terms.substitutes === "off" ? NO_SUBSTITUTES : readSubstitutes(container, where, terms.substitutes, asked, bare.own),
  ])
  return {
    own: new Map([...found.own, ...bare.own]),
    variants: new Map([...found.variants, ...bare.variants]),
    stored: {
      ...bare.stored,
      costs: [...bare.stored.costs, ...found.stored.costs],
      agreed: [...bare.stored.agreed, ...found.stored.agreed],
    },
    levers: { ...freight, payment_terms, substitutes: found.substitutes },
  }
}
