import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { WebhookPaymentProvider } from "./service"

export default ModuleProvider(Modules.PAYMENT, { services: [WebhookPaymentProvider] })
