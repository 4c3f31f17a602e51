import type { MedusaContainer } from "@medusajs/framework/types"
import type { RequestContext } from "../../../contract"
import type { PeerAsk } from "../../../modules/negotiation/operations/read-peer-asks"
import type { StoredFacts } from "../../../modules/negotiation/operations/read-facts"
import { gatherOwnPrices, type OwnPrices } from "../../cart-price/own-prices"
import type { NegotiatingCompany } from "../../company/resolve-company"
import { readTaxRates } from "../tax/read-rates"
import { gatherLevers } from "./levers/gather-levers"
import type { LeverFacts } from "./levers/lever-facts"
import { holdsLastPaid, readPaidCosts } from "./paid-costs"
import { readPurchaseFacts, type PurchaseFact } from "./read-purchases"
import { negotiationService } from "../../negotiation-service"
import { asksForScopes, readScopes } from "./read-scopes"
import { readVariants, type VariantFacts } from "./read-variants"

/** A line somebody wants a better price for, before anything is known about it. */
export interface WantedLine {
  readonly line_id: string
  readonly variant_id: string
  readonly product_id: string | null
  readonly line_item_id: string | null
  readonly title: string
  readonly sku: string | null
  /** Pieces in the cart; in a case that goes on, those last asked for. */
  readonly quantity: number
  /** Pieces in the cart now, where that may be other than `quantity`: what a ladder is published for. */
  readonly quantity_in_cart?: number
  readonly competing_offer: { readonly unit_price?: number } | null
}

/** For whom, where and about what facts are gathered. */
export interface GatherInput {
  readonly company: NegotiatingCompany
  readonly region_id: string
  readonly currency_code: string
  readonly sales_channel_id: string | null
  /** The cart whose address says how prices are taxed; null where there is none. */
  readonly cart_id: string | null
  readonly lines: readonly WantedLine[]
  /**
   * What the buyer says about the need behind the ask; null where nothing will be offered, so that nobody is asked what else
   * could be traded.
   */
  readonly context: RequestContext | null
}

/** Everything a decision rests on, as it was at one moment. Amounts in major units. */
export interface GatheredFacts {
  readonly input: GatherInput
  readonly stored: StoredFacts
  /** By variant: of what is asked for, and of what may stand in for it. */
  readonly own: ReadonlyMap<string, OwnPrices>
  readonly variants: ReadonlyMap<string, VariantFacts>
  readonly levers: LeverFacts
  readonly purchases: ReadonlyMap<string, PurchaseFact>
  /** What other companies asked for these variants, the newest first. */
  readonly peers: readonly PeerAsk[]
  /** What a variant cost on the day it was last paid for, where the policy holds that price; no entry: not known, or not asked. */
  readonly paid_costs: ReadonlyMap<string, number>
  /** Parts of the catalogue each product belongs to; null where the policy asks for none. */
  readonly scopes: ReadonlyMap<string, readonly string[]> | null
  /** Tax in the prices that include it, by variant: parts per million of the net price, null where not known. No entry: net. */
  readonly tax: ReadonlyMap<string, number | null>
}

/** Asks for tax only where a price includes it: a store with net prices pays nothing for it. */
async function gatherTax(container: MedusaContainer, input: GatherInput, facts: Pick<GatheredFacts, "own" | "variants">): Promise<GatheredFacts["tax"]> {
  const lines = [...facts.own].flatMap(([id, own]) => {
    const variant = facts.variants.get(id)
    if (!own.is_tax_inclusive || !variant) return []
    const { product_id, product_type_id } = variant
    const quantity = input.lines.find((line) => line.variant_id === id)?.quantity ?? 1
    return [{ id, product_id, product_type_id, quantity, unit_price: own.list_unit_price }]
  })
  if (lines.length === 0) return new Map()
  const { region_id, cart_id, currency_code, company } = input
  return readTaxRates(container, { region_id, cart_id, currency_code, customer: company.customer }, lines)
}

/** Reads every fact side by side: the plugin's own memory, prices, catalogue and stock, and past purchases. */
export async function gatherFacts(container: MedusaContainer, input: GatherInput): Promise<GatheredFacts> {
  const { company, region_id, currency_code } = input
  const variantIds = [...new Set(input.lines.map((line) => line.variant_id))]
  const [stored, own, variants, purchases, peers] = await Promise.all([
    negotiationService(container).readStoredFacts({
      company_id: company.id,
      customer_id: company.customer_id,
      segment: company.segment,
      variant_ids: variantIds,
      region_id,
      currency_code,
    }),
    gatherOwnPrices(container, {
      variant_ids: variantIds,
      region_id,
      currency_code,
      customer_id: company.customer_id,
      customer_group_ids: company.customer.group_ids,
      sales_channel_id: input.sales_channel_id,
      company_price_list_id: company.price_list_id,
    }),
    readVariants(container, variantIds, input.sales_channel_id),
    readPurchaseFacts(container, { company, variant_ids: variantIds, currency_code }),
    // A ladder is looked at before anybody asks.
    input.context === null ? [] : negotiationService(container).readPeerAsks({ company_id: company.id, variant_ids: variantIds, region_id, currency_code }),
  ])
  const products = [...variants.values()].map(({ product_id }) => product_id)
  const [trading, scopes, paid_costs] = await Promise.all([
    gatherLevers(container, input, { stored, own, variants }),
    asksForScopes(stored.policy?.terms) ? readScopes(container, products) : null,
    holdsLastPaid(stored.policy?.terms) ? readPaidCosts(container, purchases, currency_code) : new Map<string, number>(),
  ])
  return { input, ...trading, purchases, peers, paid_costs, scopes, tax: await gatherTax(container, input, trading) }
}
