import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { StepResponse, WorkflowResponse, createStep, createWorkflow } from "@medusajs/framework/workflows-sdk"
import { INSIGHT_MODULE, type Bookmarked, type InsightModuleService } from "../../modules/insight"
import { orderPages, type OrdersOf, type OrdersPosition } from "./order-pages"
import { purchasesOfOrders } from "./order-purchases"
import { sinceLast } from "./since-last"
import { negotiationService } from "../negotiation-service"

/** Input of {@link rebuildPurchasesWorkflow}; `{}` reads every order of the store. */
export interface RebuildPurchasesInput {
  /** Only the orders of this company's buyers. */
  readonly company_id?: string
  /** Only orders changed at or after this moment, ISO 8601. */
  readonly since?: string
  /** Only orders changed since a day before the last complete reading began; all of them the first time. Goes on where a crash stopped it. */
  readonly catch_up?: boolean
  /** Go on where an interrupted reading of the same kind stopped, instead of starting over. */
  readonly resume?: boolean
}

/** What a rebuild read and wrote. */
export interface RebuiltPurchases {
  readonly orders: number
  readonly purchases: number
}

const EVERYTHING = "purchases:all"
const CATCH_UP = "purchases:catch-up"

function bookmarkName(input: RebuildPurchasesInput): string {
  if (input.catch_up) return CATCH_UP
  if (input.company_id !== undefined) return `purchases:${input.company_id}`
  return input.since === undefined ? EVERYTHING : "purchases:since"
}

function isoOf(since: string): string {
  const moment = new Date(since)
  if (Number.isNaN(moment.getTime())) throw new MedusaError(MedusaError.Types.INVALID_DATA, "since is not a date")
  return moment.toISOString()
}

async function ordersOf(container: MedusaContainer, company_id: string | undefined): Promise<OrdersOf> {
  if (company_id === undefined) return { kind: "all" }
  const negotiations = negotiationService(container)
  const [company] = await negotiations.listNegotiationCompanies({ id: company_id }, { take: 1 })
  if (!company) throw new MedusaError(MedusaError.Types.NOT_FOUND, `Company ${company_id} was not found`)
  if (company.customer_group_id !== null) return { kind: "group", id: company.customer_group_id }
  // Only the store's own module knows who buys for such a company, and it can only be asked customer by customer.
  return company.customer_id === null ? { kind: "all" } : { kind: "customer", id: company.customer_id }
}

async function windowStart(insight: InsightModuleService, input: RebuildPurchasesInput): Promise<string | null> {
  if (input.since !== undefined) return isoOf(input.since)
  if (!input.catch_up) return null
  const marks = await Promise.all([insight.bookmark(EVERYTHING), insight.bookmark(CATCH_UP)])
  const begun = marks.flatMap((mark) => (mark?.completed_at ? [mark.started_at.getTime()] : []))
  return begun.length === 0 ? null : sinceLast(Math.max(...begun))
}

async function startingPoint(insight: InsightModuleService, input: RebuildPurchasesInput): Promise<Bookmarked & { position: OrdersPosition }> {
  const interrupted = input.resume || input.catch_up ? await insight.bookmark(bookmarkName(input)) : null
  if (interrupted?.completed_at === null) return { ...interrupted, position: interrupted.position as unknown as OrdersPosition }
  const position: OrdersPosition = { since: await windowStart(insight, input), after: null, customers_after: null }
  return { position, started_at: new Date(), completed_at: null }
}

/**
 * Reads the orders page by page and keeps its place after every page. It has no undo: what it wrote is what the orders
 * say, whether or not it got to the end.
 */
export const rebuildPurchasesStep = createStep("negotiation-rebuild-purchases-step", async (input: RebuildPurchasesInput, { container }) => {
  const insight = container.resolve<InsightModuleService>(INSIGHT_MODULE)
  const name = bookmarkName(input)
  const of = await ordersOf(container, input.company_id)
  const { position: start, started_at } = await startingPoint(insight, input)
  let position = start
  let purchases = 0
  let count = 0
  await insight.keepBookmark(name, { position, started_at, completed_at: null })
  for await (const page of orderPages(container, start, of)) {
    const rows = await purchasesOfOrders(container, page.orders)
    await insight.recordOrders(page.orders.map((order) => order.id), rows)
    position = page.position
    await insight.keepBookmark(name, { position, started_at, completed_at: null })
    count += page.orders.length
    purchases += rows.length
  }
  await insight.keepBookmark(name, { position, started_at, completed_at: new Date() })
  const rebuilt: RebuiltPurchases = { orders: count, purchases }
  return new StepResponse(rebuilt)
})

/**
 * Builds the purchases anew from the store's orders: everything, one company's, or what changed since a moment. Doing it
 * again changes nothing; two at once do no harm.
 * @throws MedusaError `not_found` for an unknown company, `invalid_data` for a `since` that is no date.
 */
export const rebuildPurchasesWorkflow = createWorkflow("negotiation-rebuild-purchases", (input: RebuildPurchasesInput) => {
  return new WorkflowResponse(rebuildPurchasesStep(input))
})
