import type { ExecArgs } from "@medusajs/framework/types"
import { rebuildPurchasesWorkflow } from "../../src/workflows/insight"
import { createAdmin, createBuyers } from "./buyers"
import { demoFacts, markSeeded } from "./facts"
import { createPastOrders } from "./orders"
import { createPolicies, createVolumePrices } from "./prices"
import { createArticles, createUnitCosts } from "./products"
import { openShop } from "./shop"

/**
 * Fills an empty, migrated database with the demo store: `medusa exec ./scripts/seed/index.ts`. Its facts are noted as
 * the last act, so that a store whose seeding was interrupted never passes for a whole one.
 */
export default async function seed({ container }: ExecArgs): Promise<void> {
  const shop = await openShop(container)
  const articles = await createArticles(container, shop)
  await createUnitCosts(container, articles)
  await createAdmin(container)
  const people = await createBuyers(container)
  await createVolumePrices(container, articles, people.volume_group_id, shop.german_region_id)
  await createPolicies(container, shop.slow_option_id)
  await createPastOrders(container, people.buyers, articles, shop)
  // Orders written past the checkout announce nothing: what the plugin remembers of purchases is read from them.
  await rebuildPurchasesWorkflow(container).run({ input: {} })
  await markSeeded(container, demoFacts(shop, people, articles))
}
