import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createInventoryLevelsWorkflow, createProductCategoriesWorkflow, createProductsWorkflow, updateProductVariantsWorkflow } from "@medusajs/medusa/core-flows"
import { NEGOTIATION_MODULE, type NegotiationModuleService } from "../../src/modules/negotiation"
import { CATALOGUE, CATEGORY_NAMES, inEuro, MATERIALS, SUBSTITUTES, withVat, type Article } from "./catalogue"
import { pictureOf } from "./pictures"
import type { Shop } from "./shop"

/** An article as it stands in the store. */
export interface StockedArticle extends Article {
  readonly product_id: string
  readonly variant_id: string
}

/** Pieces in a lot: what more is proposed comes in multiples of it. The story's article leaves that to the policy. */
const LOT_SIZES: Readonly<Record<Article["kind"], number | null>> = { open: 50, tiered: 50, other: 10, story: null }

function productOf(article: Article, categoryId: string, shop: Shop) {
  const lot = LOT_SIZES[article.kind]
  return {
    title: article.title,
    description: article.description,
    thumbnail: pictureOf(article),
    handle: article.sku.toLowerCase(),
    status: "published" as const,
    category_ids: [categoryId],
    shipping_profile_id: shop.shipping_profile_id,
    sales_channels: [{ id: shop.sales_channel_id }],
    options: [{ title: "Unit", values: ["Piece"] }],
    variants: [
      {
        title: "Piece",
        sku: article.sku,
        ...(MATERIALS[article.sku] ? { material: MATERIALS[article.sku] } : {}),
        options: { Unit: "Piece" },
        ...(lot === null ? {} : { metadata: { lot_size: lot } }),
        prices: [
          { currency_code: "usd", amount: article.list },
          { currency_code: "eur", amount: inEuro(article.list) },
          { currency_code: "eur", amount: withVat(inEuro(article.list)), rules: { region_id: shop.german_region_id } },
        ],
      },
    ],
  }
}

/** Notes on articles which others may be offered in their place, beside what is noted already. */
async function nameSubstitutes(container: MedusaContainer, articles: readonly StockedArticle[]): Promise<void> {
  const bySku = new Map(articles.map((article) => [article.sku, article]))
  for (const [sku, instead] of Object.entries(SUBSTITUTES)) {
    const asked = bySku.get(sku)
    const substitutes = instead.flatMap((other) => bySku.get(other)?.variant_id ?? [])
    if (!asked || substitutes.length < instead.length) throw new Error(`The substitutes of ${sku} are not in the catalogue`)
    const metadata = { lot_size: LOT_SIZES[asked.kind], substitutes }
    await updateProductVariantsWorkflow(container).run({ input: { selector: { id: asked.variant_id }, update: { metadata } } })
  }
}

/** Puts the catalogue into the store, in stock. */
export async function createArticles(container: MedusaContainer, shop: Shop): Promise<StockedArticle[]> {
  const { result: categories } = await createProductCategoriesWorkflow(container).run({
    input: { product_categories: CATEGORY_NAMES.map((name) => ({ name, is_active: true })) },
  })
  const categoryIds = new Map(categories.map((category) => [category.name, category.id]))
  const { result: products } = await createProductsWorkflow(container).run({
    input: { products: CATALOGUE.map((article) => productOf(article, categoryIds.get(article.category) ?? "", shop)) },
  })
  const variants = new Map(products.flatMap((product) => product.variants.map((variant) => [variant.sku, { product_id: product.id, variant_id: variant.id }] as const)))
  const articles = CATALOGUE.map((article) => {
    const ids = variants.get(article.sku)
    if (!ids) throw new Error(`The article ${article.sku} was not made`)
    return { ...article, ...ids }
  })
  await nameSubstitutes(container, articles)

  const items = await container.resolve(Modules.INVENTORY).listInventoryItems({ sku: CATALOGUE.map((article) => article.sku) }, { take: CATALOGUE.length })
  const stock = new Map(CATALOGUE.map((article) => [article.sku, article.stock]))
  await createInventoryLevelsWorkflow(container).run({
    input: {
      inventory_levels: items.map((item) => ({ location_id: shop.location_id, inventory_item_id: item.id, stocked_quantity: stock.get(item.sku ?? "") ?? 0 })),
    },
  })
  return articles
}

/** Enters what the articles cost, in both currencies; one article has no cost yet. */
export async function createUnitCosts(container: MedusaContainer, articles: readonly StockedArticle[]): Promise<void> {
  const negotiation = container.resolve<NegotiationModuleService>(NEGOTIATION_MODULE)
  const valid_from = new Date(Date.now() - 30 * 86_400_000)
  const costs = articles.flatMap(({ variant_id, cost }) =>
    cost === null
      ? []
      : [
          { variant_id, currency_code: "usd", unit_cost: cost, valid_from },
          { variant_id, currency_code: "eur", unit_cost: inEuro(cost), valid_from },
        ]
  )
  await negotiation.createNegotiationCosts(costs)
}
