import type { MedusaContainer } from "@medusajs/framework/types"
import { NEGOTIATION_MODULE, type NegotiationModuleService } from "../modules/negotiation"

/** The plugin's module service in this container. */
export function negotiationService(container: MedusaContainer): NegotiationModuleService {
  return container.resolve<NegotiationModuleService>(NEGOTIATION_MODULE)
}
