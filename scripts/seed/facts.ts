import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { SeededBuyers } from "./buyers"
import { ADMIN, BUYER_PASSWORD, STORY_BUYER } from "./companies"
import type { StockedArticle } from "./products"
import type { Shop } from "./shop"

/** What `npm start` tells of the demo store, but for the addresses: see the README for `demo.json`. */
export function demoFacts(shop: Shop, { buyers }: SeededBuyers, articles: readonly StockedArticle[]) {
  const story = articles.find((article) => article.kind === "story")
  if (!story) throw new Error("The story's article is missing")
  const login = ({ email, company }: SeededBuyers["buyers"][number]) => ({ email, password: BUYER_PASSWORD, company: company.name, segment: company.segment })
  return {
    publishable_key: shop.publishable_key,
    region_id: shop.regions.usd,
    currency_code: "usd",
    admin: ADMIN,
    buyers: buyers.filter(({ company }) => company.segment !== "strategic").map(login),
    // A person decides every case of theirs, so they are not among the buyers who get an answer at once.
    reviewed_buyers: buyers.filter(({ company }) => company.segment === "strategic").map(login),
    products: articles.filter((article) => article.kind === "open").map(({ variant_id, title, list }) => ({ variant_id, title, list_unit_price: list })),
    story: {
      buyer_email: STORY_BUYER,
      product_title: story.title,
      variant_id: story.variant_id,
      list_unit_price: story.list,
      quantity: 2_000,
      target_unit_price: 110,
      expected_extra_quantity: 2_000,
    },
  }
}

/** Notes in the database that the demo store is complete, and its facts. Written last of all. */
export async function markSeeded(container: MedusaContainer, facts: object): Promise<void> {
  const connection = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  await connection.raw("INSERT INTO demo_store (key, value) VALUES ('seeded', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", [JSON.stringify(facts)])
}
