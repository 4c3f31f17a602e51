import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { InvoicePaymentProvider } from "./service"

/** The demo store's second way to pay, for terms like "30 days": it does not ship with the plugin. */
export default ModuleProvider(Modules.PAYMENT, { services: [InvoicePaymentProvider] })
