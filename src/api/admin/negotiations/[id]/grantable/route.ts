import { Modules } from "@medusajs/framework/utils"
import type { Grantable } from "../../../../../contract"
import { notFound } from "../../../../errors"
import { adminRoute, idOf, negotiationsOf, type AdminRequest } from "../../../request"

/** Most deliveries offered to choose from. */
const OPTIONS = 100

/** A rule of a shipping option that keeps it from buyers: only for returns, or not shown in the store. */
const hides = ({ attribute, value }: { attribute: string; value: unknown }): boolean =>
  (attribute === "is_return" && String(value) === "true") || (attribute === "enabled_in_store" && String(value) === "false")

/** Deliveries into the countries of a region that buyers can choose. */
async function shippingOptions(req: AdminRequest, region_id: string): Promise<Grantable["shipping_options"]> {
  const [region] = await req.scope.resolve(Modules.REGION).listRegions({ id: region_id }, { relations: ["countries"], take: 1 })
  const country_code = (region?.countries ?? []).map((country) => country.iso_2)
  if (country_code.length === 0) return []
  const options = await req.scope
    .resolve(Modules.FULFILLMENT)
    .listShippingOptions({ service_zone: { geo_zones: { country_code } } }, { relations: ["rules"], take: OPTIONS, order: { name: "ASC" } })
  return options.filter(({ rules }) => !rules.some(hides)).map(({ id, name }) => ({ id, name }))
}

/**
 * `GET /admin/negotiations/:id/grantable`: what concessions of this case can hang on: the payment terms of the plugin's
 * options, and the deliveries into the case's region.
 */
export const GET = adminRoute(async (req, res) => {
  const service = negotiationsOf(req)
  const [negotiation] = await service.listNegotiations({ id: idOf(req) }, { select: ["id", "region_id"], take: 1 })
  if (!negotiation) throw notFound()
  const payment_terms = (service.options.paymentTerms ?? []).map(({ id, days, provider_ids }) => ({ id, days, provider_ids: [...provider_ids] }))
  res.json({ payment_terms, shipping_options: await shippingOptions(req, negotiation.region_id) } satisfies Grantable)
})
