import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { Grantable } from "../../../../../contract"
import { notFound } from "../../../../errors"
import { adminRoute, idOf, negotiationsOf, type AdminRequest } from "../../../request"

/** Most deliveries offered to choose from. */
const OPTIONS = 100

/** A region as the graph answers it. */
interface RegionRow {
  readonly countries?: readonly ({ readonly iso_2: string } | null)[]
  readonly payment_providers?: readonly ({ readonly id: string } | null)[]
}

interface Region {
  readonly countries: readonly string[]
  readonly provider_ids: ReadonlySet<string>
}

/** Where the case's prices hold: its countries, and the payment providers open to its buyers. */
async function readRegion(req: AdminRequest, id: string): Promise<Region> {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "region", fields: ["countries.iso_2", "payment_providers.id"], filters: { id } })
  const region = data[0] as unknown as RegionRow | undefined
  return {
    countries: (region?.countries ?? []).flatMap((country) => country?.iso_2 ?? []),
    provider_ids: new Set((region?.payment_providers ?? []).flatMap((provider) => provider?.id ?? [])),
  }
}

/** A rule of a shipping option that keeps it from buyers: only for returns, or not shown in the store. */
const hides = ({ attribute, value }: { attribute: string; value: unknown }): boolean =>
  (attribute === "is_return" && String(value) === "true") || (attribute === "enabled_in_store" && String(value) === "false")

/** Deliveries into these countries that buyers can choose. */
async function shippingOptions(req: AdminRequest, country_code: readonly string[]): Promise<Grantable["shipping_options"]> {
  if (country_code.length === 0) return []
  const options = await req.scope
    .resolve(Modules.FULFILLMENT)
    .listShippingOptions({ service_zone: { geo_zones: { country_code: [...country_code] } } }, { relations: ["rules"], take: OPTIONS, order: { name: "ASC" } })
  return options.filter(({ rules }) => !rules.some(hides)).map(({ id, name }) => ({ id, name }))
}

/**
 * `GET /admin/negotiations/:id/grantable`: what concessions of this case can hang on: the payment terms of the plugin's
 * options that the case's region can pay by, and the deliveries into it.
 */
export const GET = adminRoute(async (req, res) => {
  const service = negotiationsOf(req)
  const [negotiation] = await service.listNegotiations({ id: idOf(req) }, { select: ["id", "region_id"], take: 1 })
  if (!negotiation) throw notFound()
  const region = await readRegion(req, negotiation.region_id)
  const payment_terms = (service.options.paymentTerms ?? [])
    .filter((term) => term.provider_ids.some((id) => region.provider_ids.has(id)))
    .map(({ id, days, provider_ids }) => ({ id, days, provider_ids: [...provider_ids] }))
  res.json({ payment_terms, shipping_options: await shippingOptions(req, region.countries) } satisfies Grantable)
})
