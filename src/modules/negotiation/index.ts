import { Module } from "@medusajs/framework/utils"
import NegotiationModuleService from "./service"

/** Name under which the module's service is registered in Medusa's container. */
export const NEGOTIATION_MODULE = "negotiation"

export { NegotiationModuleService }
export default Module(NEGOTIATION_MODULE, { service: NegotiationModuleService })
