import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ContractError, type ConcessionTerms } from "../../contract"
import { currencyDecimals } from "../case/facts/currency"
import { paymentTermOf } from "./payment-terms"

/** Where concessions would hold. */
export interface ConcessionPlace {
  readonly region_id: string
  readonly currency_code: string
}

interface RegionRow {
  readonly countries?: readonly { readonly iso_2: string }[]
  readonly payment_providers?: readonly ({ readonly id: string } | null)[]
}

interface OptionRow {
  readonly id: string
  readonly service_zone?: { readonly geo_zones?: readonly { readonly country_code: string }[] }
}

function refuse(message: string, details: Record<string, unknown>): never {
  throw new ContractError("invalid_data", message, details)
}

async function readPlace(container: MedusaContainer, place: ConcessionPlace, option_ids: string[]): Promise<{ region: RegionRow; options: OptionRow[] }> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "region",
    fields: ["id", "countries.iso_2", "payment_providers.id"],
    filters: { id: place.region_id },
  })
  const region = data[0] as unknown as RegionRow | undefined
  if (!region) return refuse("There is no such region", { region_id: place.region_id })
  if (option_ids.length === 0) return { region, options: [] }
  const options = await query.graph({
    entity: "shipping_option",
    fields: ["id", "service_zone.geo_zones.country_code"],
    filters: { id: option_ids },
  })
  return { region, options: options.data as unknown as OptionRow[] }
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
 * Checks, before somebody promises it, that these concessions can be kept in a region: the shipping option is there and
 * goes there, the way to pay is set up (option `paymentTerms`) and open to the region's buyers, no sum is more than the
 * cart it is taken off or finer than the currency, and nothing is promised twice.
 * @throws ContractError `invalid_data`, for the seller's people, naming what can't be kept
 */
export async function requireGrantable(container: MedusaContainer, concessions: readonly ConcessionTerms[], place: ConcessionPlace): Promise<void> {
  if (concessions.length === 0) return
  const conditions = concessions.map(conditionOf)
  if (new Set(conditions).size < conditions.length) refuse("The same concession is granted twice", { concessions: conditions })
  const option_ids = concessions.flatMap((terms) => (terms.kind === "freight" ? terms.shipping_option_id : []))
  const { region, options } = await readPlace(container, place, [...new Set(option_ids)])
  const countries = new Set((region.countries ?? []).map((country) => country.iso_2))
  const providers = new Set((region.payment_providers ?? []).flatMap((provider) => provider?.id ?? []))
  for (const terms of concessions) {
    if (terms.kind === "freight") {
      const { shipping_option_id } = terms
      const option = options.find((each) => each.id === shipping_option_id)
      if (!option) refuse("There is no such shipping option", { shipping_option_id })
      const reaches = (option.service_zone?.geo_zones ?? []).some((zone) => countries.has(zone.country_code))
      if (!reaches) refuse("This shipping option does not go to the region of this negotiation", { shipping_option_id, region_id: place.region_id })
    } else if (terms.kind === "payment_term") {
      const { payment_term } = terms
      const term = paymentTermOf(container, payment_term)
      if (!term) refuse("This store has no such way to pay: name it in the plugin's option paymentTerms", { payment_term })
      if (!term.provider_ids.some((id) => providers.has(id))) {
        refuse("No payment provider of this way to pay is open to the region of this negotiation", { payment_term, provider_ids: [...term.provider_ids] })
      }
    } else if (terms.amount !== undefined) {
      if (terms.amount > terms.min_subtotal) refuse("More would be taken off than the cart has to come to", { amount: terms.amount, min_subtotal: terms.min_subtotal })
      checkSum(terms.amount, place.currency_code)
    }
  }
}
