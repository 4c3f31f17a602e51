import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { INSIGHT_MODULE, type InsightModuleService } from "../../modules/insight"
import { messageOf } from "../message-of"
import type { PriceScope } from "./compare-prices"
import { ensureKnownAttributes } from "./known-attributes"
import { readRowsAfter, removeRows } from "./price-rows"
import { mendPrices } from "./project-prices"
import { sharedListIds } from "./shared-price-lists"
import { settleClaims } from "./settle/settle-claims"
import { negotiationService } from "../negotiation-service"

const COMPANIES_A_PAGE = 100
const ROWS_A_PAGE = 1_000
/** Less than the ten minutes between two runs. */
const BUDGET_MS = 8 * 60_000
const BOOKMARK = "agreed-prices:reconciled"

/** What a reconciliation mended. */
export interface Reconciliation {
  readonly projected: string[]
  readonly removed_rows: number
  readonly settled_claims: number
  /** Agreements whose prices could not be brought back, with the reason. */
  readonly failed: { readonly agreement_id: string; readonly message: string }[]
}

type Mended = Omit<Reconciliation, "settled_claims">

/** Mends companies, each for itself: what goes wrong with one is told and stops no other. */
export async function mendCompanies(
  container: MedusaContainer,
  scopes: readonly (PriceScope & { readonly agreement_ids?: readonly string[] })[]
): Promise<Mended> {
  const projected: string[] = []
  const failed: Reconciliation["failed"][number][] = []
  let removed_rows = 0
  for (const { company_id, variant_ids, agreement_ids = [] } of scopes) {
    try {
      const done = await mendPrices(container, { company_id, variant_ids })
      if (!done) continue
      projected.push(...done.mended)
      removed_rows += done.orphans
      const unpriced = new Map(done.unpriced.map(({ line, error }) => [line.agreement_id, error.message]))
      failed.push(...[...unpriced].map(([agreement_id, message]) => ({ agreement_id, message })))
    } catch (error) {
      const message = messageOf(error)
      failed.push(...(agreement_ids.length > 0 ? agreement_ids : [company_id]).map((agreement_id) => ({ agreement_id, message })))
    }
  }
  return { projected, removed_rows, failed }
}

/** Rows that ended agreements left in lists which companies share: no company's own reading finds those. */
async function removeSharedOrphans(container: MedusaContainer): Promise<number> {
  const service = negotiationService(container)
  const pricing = container.resolve(Modules.PRICING)
  let removed = 0
  for (const price_list_id of await sharedListIds(container)) {
    let after = ""
    for (;;) {
      const rows = await readRowsAfter(container, price_list_id, after, ROWS_A_PAGE)
      const ids = [...new Set(rows.map((row) => row.agreement_id))]
      const live = new Set((await service.linesOfAgreements(ids)).flatMap((line) => (line.live ? [line.agreement_id] : [])))
      const orphans = rows.filter((row) => !live.has(row.agreement_id))
      await removeRows(pricing, orphans.map((row) => row.id))
      removed += orphans.length
      if (rows.length < ROWS_A_PAGE) break
      after = rows.at(-1)?.id ?? ""
    }
  }
  return removed
}

/**
 * Compares every company's price rows with its agreements and mends every difference, page by page. A run that takes too long
 * stops, and the next one goes on from there.
 */
export async function reconcilePrices(container: MedusaContainer, budget_ms = BUDGET_MS): Promise<Reconciliation> {
  const service = negotiationService(container)
  const insight = container.resolve<InsightModuleService>(INSIGHT_MODULE)
  const started_at = new Date()
  await ensureKnownAttributes(container)
  const settled_claims = await settleClaims(container)
  const result = { projected: [] as string[], removed_rows: 0, settled_claims, failed: [] as Reconciliation["failed"][number][] }
  const mark = await insight.bookmark(BOOKMARK)
  let after = typeof mark?.position["after"] === "string" ? mark.position["after"] : ""
  for (;;) {
    const page = await service.companiesToReconcile(after, COMPANIES_A_PAGE)
    const mended = await mendCompanies(container, page.map(({ id, agreement_ids }) => ({ company_id: id, variant_ids: null, agreement_ids })))
    result.projected.push(...mended.projected)
    result.failed.push(...mended.failed)
    result.removed_rows += mended.removed_rows
    after = page.length < COMPANIES_A_PAGE ? "" : (page.at(-1)?.id ?? "")
    if (after === "" || Date.now() - started_at.getTime() > budget_ms) break
  }
  if (after === "") result.removed_rows += await removeSharedOrphans(container)
  await insight.keepBookmark(BOOKMARK, { position: { after }, started_at, completed_at: after === "" ? new Date() : null })
  return result
}

/** Step: {@link reconcilePrices}. It only makes true what the agreements already say, so nothing takes it back. */
export const reconcilePricesStep = createStep("negotiation-reconcile-prices", async (_: undefined, { container }) => {
  return new StepResponse(await reconcilePrices(container))
})

/** Finds and mends price rows that differ from what live agreements say, and claims left behind. */
export const reconcilePricesWorkflow = createWorkflow("negotiation-reconcile-prices-workflow", () => {
  return new WorkflowResponse(reconcilePricesStep())
})
