import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { Grantable } from "../../contract"
import { negotiationService } from "../negotiation-service"

/** Most deliveries read at once. */
const OPTIONS = 100

/** A region as the graph answers it. */
interface RegionRow {
  readonly countries?: readonly ({ readonly iso_2: string } | null)[]
  readonly payment_providers?: readonly ({ readonly id: string } | null)[]
}

/** A rule of a shipping option that keeps it from buyers: only for returns, or not shown in the store. */
const hides = ({ attribute, value }: { attribute: string; value: unknown }): boolean =>
  (attribute === "is_return" && String(value) === "true") || (attribute === "enabled_in_store" && String(value) === "false")

/** Deliveries into these countries that buyers can choose, by name. */
async function readDeliveries(container: MedusaContainer, country_code: string[], ids: readonly string[] | undefined): Promise<Grantable["shipping_options"]> {
  if (country_code.length === 0 || ids?.length === 0) return []
  const options = await container.resolve(Modules.FULFILLMENT).listShippingOptions(
    { ...(ids ? { id: [...ids] } : {}), service_zone: { geo_zones: { country_code } } },
    { relations: ["rules"], take: OPTIONS, order: { name: "ASC" } }
  )
  return options.filter(({ rules }) => !rules.some(hides)).map(({ id, name }) => ({ id, name }))
}

/**
 * What concessions in a region can hang on: the payment terms of the plugin's options that its buyers can pay by, and the
 * deliveries into it that they can choose. What a rep picks from, and what is checked before anything is promised.
 *
 * @param shipping_option_ids only these deliveries; left out: the first hundred by name.
 * @returns null where there is no such region
 */
export async function readGrantable(container: MedusaContainer, region_id: string, shipping_option_ids?: readonly string[]): Promise<Grantable | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "region", fields: ["countries.iso_2", "payment_providers.id"], filters: { id: region_id } })
  const region = data[0] as unknown as RegionRow | undefined
  if (!region) return null
  const countries = (region.countries ?? []).flatMap((country) => country?.iso_2 ?? [])
  const providers = new Set((region.payment_providers ?? []).flatMap((provider) => provider?.id ?? []))
  const payment_terms = (negotiationService(container).options.paymentTerms ?? [])
    .filter((term) => term.provider_ids.some((id) => providers.has(id)))
    .map(({ id, days, provider_ids }) => ({ id, days, provider_ids: [...provider_ids] }))
  return { payment_terms, shipping_options: await readDeliveries(container, countries, shipping_option_ids) }
}
