import type { MedusaContainer } from "@medusajs/framework/types"
import type { LeverTerms } from "../../../../contract"
import type { StoredFacts } from "../../../../modules/negotiation/operations/read-facts"
import { gatherOwnPrices, type OwnPrices, type OwnPricesInput } from "../../../cart-price/own-prices"
import { negotiationService } from "../../../negotiation-service"
import { readVariants, type VariantFacts } from "../read-variants"
import { substituteIds } from "./candidates"
import type { SubstituteCandidate } from "./lever-facts"
import { candidateOf, isSoldIn, readArticles } from "./read-articles"

/** For whom and where substitutes are looked for. */
export interface SubstitutePlace extends Omit<OwnPricesInput, "variant_ids"> {
  readonly company_id: string | null
  readonly sales_channel_id: string | null
}

/** Articles that may stand in, and what a decision on them rests on. */
export interface FoundSubstitutes {
  readonly substitutes: ReadonlyMap<string, readonly SubstituteCandidate[]>
  readonly own: ReadonlyMap<string, OwnPrices>
  readonly variants: ReadonlyMap<string, VariantFacts>
  readonly stored: Pick<StoredFacts, "costs" | "agreed">
}

/** No article may stand in. */
export const NO_SUBSTITUTES: FoundSubstitutes = { substitutes: new Map(), own: new Map(), variants: new Map(), stored: { costs: [], agreed: [] } }

/**
 * The articles that may stand in for asked ones, with this buyer's own prices, cost and stock: for sale in the channel,
 * negotiable, priced, and with tax as the asked article has it. What is asked for itself stands in for nothing.
 *
 * @param own prices of the asked articles.
 */
export async function readSubstitutes(
  container: MedusaContainer,
  place: SubstitutePlace,
  mode: LeverTerms["substitutes"],
  asked: readonly VariantFacts[],
  own: ReadonlyMap<string, OwnPrices>
): Promise<FoundSubstitutes> {
  const wanted = await substituteIds(container, mode, asked)
  const variant_ids = [...new Set([...wanted.values()].flat())]
  if (variant_ids.length === 0) return NO_SUBSTITUTES
  const { company_id, customer_id, region_id, currency_code, sales_channel_id } = place
  const [prices, variants, stored, articles] = await Promise.all([
    gatherOwnPrices(container, { ...place, variant_ids }),
    readVariants(container, variant_ids, sales_channel_id),
    negotiationService(container).readStoredFacts({ company_id, customer_id, segment: null, variant_ids, region_id, currency_code }),
    readArticles(container, [...wanted.keys(), ...variant_ids]),
  ])
  const substitutes = new Map<string, SubstituteCandidate[]>()
  for (const [stands_for, ids] of wanted) {
    const original = articles.get(stands_for)
    const inclusive = own.get(stands_for)?.is_tax_inclusive
    const fitting = ids.flatMap((id) => {
      const article = articles.get(id)
      const fits = original && article && isSoldIn(article, sales_channel_id) && variants.get(id)?.excluded === null && prices.get(id)?.is_tax_inclusive === inclusive
      return fits ? candidateOf(original, article) : []
    })
    if (fitting.length > 0) substitutes.set(stands_for, fitting)
  }
  return { substitutes, own: prices, variants, stored }
}
