import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { negotiationService } from "../../../negotiation-service"
import type { PaymentChoice } from "./lever-facts"

interface RegionRow {
  readonly payment_providers?: readonly ({ readonly id: string; readonly is_enabled?: boolean } | null)[] | null
}

/**
 * The ways to pay of the plugin's option `paymentTerms` that a policy names and the region's buyers can use: at least one of
 * its providers is enabled there. No query where the policy names none.
 */
export async function readPaymentChoices(container: MedusaContainer, region_id: string, wanted: readonly string[]): Promise<PaymentChoice[]> {
  const terms = (negotiationService(container).options.paymentTerms ?? []).filter((term) => wanted.includes(term.id))
  if (terms.length === 0) return []
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "region",
    fields: ["id", "payment_providers.id", "payment_providers.is_enabled"],
    filters: { id: region_id },
  })
  const [region] = data as unknown as RegionRow[]
  const open = new Set((region?.payment_providers ?? []).flatMap((provider) => (provider && provider.is_enabled !== false ? provider.id : [])))
  return terms.filter((term) => term.provider_ids.some((id) => open.has(id))).map(({ id, days }) => ({ id, days }))
}
