import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { NegotiationModuleService } from "../../../modules/negotiation"
import { negotiationService } from "../../../workflows/negotiation-service"
import { CaseFeed } from "./case-feed"

const feeds = new WeakMap<NegotiationModuleService, CaseFeed>()

/** The feed of this server, made when the first case is followed. */
export function feedOf(container: MedusaContainer): CaseFeed {
  const service = negotiationService(container)
  const known = feeds.get(service)
  if (known) return known
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const feed = new CaseFeed(
    (ids) => service.caseStamps(ids, new Date()),
    (error) => logger.warn(`medusa-plugin-negotiation: event streams wait for the database: ${error instanceof Error ? error.message : String(error)}`)
  )
  feeds.set(service, feed)
  return feed
}
