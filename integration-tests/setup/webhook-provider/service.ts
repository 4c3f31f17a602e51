import type { AuthorizePaymentOutput, InitiatePaymentInput, InitiatePaymentOutput, ProviderWebhookPayload, WebhookActionResult } from "@medusajs/framework/types"
import { PaymentActions, PaymentSessionStatus } from "@medusajs/framework/utils"
import { InvoicePaymentProvider } from "../../../scripts/demo/invoice-provider/service"

/** What the payment service sends when something became of a payment. */
export interface PaymentNotice {
  readonly what: "authorized" | "captured"
  readonly session_id: string
  readonly amount: number
}

/**
 * A payment service of a store under test: the buyer pays on its pages, the store hears of it by `POST /hooks/payment/webhook_webhook`.
 * Everything else is as with an invoice.
 */
export class WebhookPaymentProvider extends InvoicePaymentProvider {
  static override identifier = "webhook"
  /** Sessions whose payment was authorised, and those taken back: what the service itself would know. */
  static readonly asked: { authorized: string[]; canceled: string[]; heard: string[] } = { authorized: [], canceled: [], heard: [] }

  override async initiatePayment(input?: InitiatePaymentInput): Promise<InitiatePaymentOutput> {
    return { id: "at_the_service", data: { session_id: input?.data?.["session_id"] } }
  }

  override async authorizePayment(input?: { data?: Record<string, unknown> }): Promise<AuthorizePaymentOutput> {
    WebhookPaymentProvider.asked.authorized.push(String(input?.data?.["session_id"]))
    return { status: PaymentSessionStatus.AUTHORIZED, data: { ...input?.data } }
  }

  override async cancelPayment(input?: { data?: Record<string, unknown> }) {
    WebhookPaymentProvider.asked.canceled.push(String(input?.data?.["session_id"]))
    return { data: { ...input?.data } }
  }

  override async getWebhookActionAndData(payload?: ProviderWebhookPayload["payload"]): Promise<WebhookActionResult> {
    const { what, session_id, amount } = payload?.data as unknown as PaymentNotice
    WebhookPaymentProvider.asked.heard.push(session_id)
    return { action: what === "captured" ? PaymentActions.SUCCESSFUL : PaymentActions.AUTHORIZED, data: { session_id, amount } }
  }
}
