import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { NEGOTIATION_MODULE, type NegotiationModuleService } from "../../modules/negotiation"
import { confirmUseWorkflow } from "./confirm-use"
import { ensureKnownAttributes } from "./known-attributes"
import { readOwnRowsOfLists, removeRows, type StoredRow } from "./price-rows"
import { projectAgreement } from "./steps/project-agreement"

const COMPANIES_A_PAGE = 200
const CLAIMS_A_RUN = 500
/** Longer than any completion: Medusa's own lock on one lasts two minutes. */
const STALE_AFTER_MINUTES = 15

/** What a reconciliation mended. */
export interface Reconciliation {
  readonly projected: string[]
  readonly removed_rows: number
  readonly settled_claims: number
  /** Agreements whose prices could not be brought back, with the reason. */
  readonly failed: { readonly agreement_id: string; readonly message: string }[]
}

/** Claims of carts that were ordered meanwhile are confirmed, the others given back. */
async function settleClaims(container: MedusaContainer): Promise<number> {
  const service = container.resolve<NegotiationModuleService>(NEGOTIATION_MODULE)
  const claims = await service.staleUses(STALE_AFTER_MINUTES, CLAIMS_A_RUN)
  if (claims.length === 0) return 0
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order_cart",
    fields: ["cart_id", "order_id"],
    filters: { cart_id: claims.map((claim) => claim.cart_id) },
  })
  const orders = new Map((data as unknown as { cart_id: string; order_id: string }[]).map((link) => [link.cart_id, link.order_id]))
  for (const { id, cart_id } of claims) {
    const order_id = orders.get(cart_id)
    if (order_id) await confirmUseWorkflow(container).run({ input: { cart_id, order_id } })
    else await service.releaseUse({ cart_id, use_ids: [id] })
  }
  return claims.length
}

type Page = Awaited<ReturnType<NegotiationModuleService["companiesToReconcile"]>>

/** Rows of agreements made since the page was read are no orphans: who looks like one is asked again. */
async function withoutLiving(service: NegotiationModuleService, rows: StoredRow[]): Promise<StoredRow[]> {
  const ids = [...new Set(rows.map((row) => row.agreement_id))]
  const living = new Set((await service.linesOfAgreements(ids)).flatMap((line) => (line.live ? [line.agreement_id] : [])))
  return rows.filter((row) => !living.has(row.agreement_id))
}

async function mendPage(container: MedusaContainer, page: Page): Promise<Omit<Reconciliation, "settled_claims">> {
  const service = container.resolve<NegotiationModuleService>(NEGOTIATION_MODULE)
  const pricing = container.resolve(Modules.PRICING)
  const lists = page.flatMap((company) => (company.price_list_id ? [company.price_list_id] : []))
  const rows = await readOwnRowsOfLists(pricing, lists)
  const live = new Set(page.flatMap((company) => company.agreement_ids))
  const orphans = await withoutLiving(service, rows.filter((row) => !live.has(row.agreement_id)))
  await removeRows(pricing, orphans.map((row) => row.id))
  const present = new Set(rows.map((row) => row.id))
  const lines = await service.linesOfAgreements([...live])
  const broken = new Set(
    lines.filter((line) => line.price_ids.length === 0 || line.price_ids.some((id) => !present.has(id))).map((line) => line.agreement_id)
  )
  const projected: string[] = []
  const failed: { agreement_id: string; message: string }[] = []
  for (const agreement_id of broken) {
    try {
      if (await projectAgreement(container, agreement_id)) projected.push(agreement_id)
    } catch (error) {
      failed.push({ agreement_id, message: error instanceof Error ? error.message : String(error) })
    }
  }
  return { projected, removed_rows: orphans.length, failed }
}

/** Mends both ways: rows without a live agreement go, live agreements without their rows get them. Page by page. */
export async function reconcilePrices(container: MedusaContainer): Promise<Reconciliation> {
  const service = container.resolve<NegotiationModuleService>(NEGOTIATION_MODULE)
  await ensureKnownAttributes(container)
  const settled_claims = await settleClaims(container)
  const result = { projected: [] as string[], removed_rows: 0, settled_claims, failed: [] as Reconciliation["failed"][number][] }
  let page = await service.companiesToReconcile("", COMPANIES_A_PAGE)
  while (page.length > 0) {
    const mended = await mendPage(container, page)
    result.projected.push(...mended.projected)
    result.failed.push(...mended.failed)
    result.removed_rows += mended.removed_rows
    page = await service.companiesToReconcile(page.at(-1)?.id ?? "", COMPANIES_A_PAGE)
  }
  return result
}

/** Step: {@link reconcilePrices}. It only makes true what the agreements already say, so nothing takes it back. */
export const reconcilePricesStep = createStep("negotiation-reconcile-prices", async (_: undefined, { container }) => {
  return new StepResponse(await reconcilePrices(container))
})

/** Finds and mends price rows without a live agreement, live agreements without their rows, and claims left behind. */
export const reconcilePricesWorkflow = createWorkflow("negotiation-reconcile-prices-workflow", () => {
  return new WorkflowResponse(reconcilePricesStep())
})
