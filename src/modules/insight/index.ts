import { Module } from "@medusajs/framework/utils"
import InsightModuleService from "./service"

/** Name under which the module's service is registered in Medusa's container. Prefixed: `insight` may be a merchant's own. */
export const INSIGHT_MODULE = "negotiation_insight"

export { InsightModuleService }
export { purchaseScope, type PurchaseScope } from "./scope"
export type { BehaviourRow, Bookmarked, LastPaid, LargestQuantity, PurchaseFacts, PurchaseQuestion, PurchaseRow } from "./types"
export default Module(INSIGHT_MODULE, { service: InsightModuleService })
