import type { CreateOrderDTO, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { SeededBuyer } from "./buyers"
import { GERMAN_VAT, inEuro, withVat } from "./catalogue"
import { addressOf, type DemoCompany, type Segment } from "./companies"
import type { StockedArticle } from "./products"
import type { Shop } from "./shop"

const DAY_MS = 86_400_000
const HISTORY_DAYS = 540
const BATCH = 50

/** A repeatable stream of numbers in [0, 1): the demo store looks the same on every machine (mulberry32). */
function stream(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** How a segment bought so far: pieces per line, and the share of list it paid for articles that are not sold at list to all. */
const HABITS: Readonly<Record<Segment, { pieces: readonly [number, number]; paid: (pieces: number, chance: number) => number }>> = {
  volume_buyer: { pieces: [150, 1_200], paid: (pieces) => (pieces >= 1_000 ? 0.92 : pieces >= 250 ? 0.95 : 0.98) },
  deal_optimiser: { pieces: [120, 500], paid: (_, chance) => 0.86 + 0.12 * chance },
  list_loyal: { pieces: [120, 300], paid: () => 1 },
  thin_data: { pieces: [120, 200], paid: () => 1 },
  strategic: { pieces: [200, 900], paid: (_, chance) => 0.93 + 0.05 * chance },
}

/** Articles that every buyer may negotiate were never sold under 97% of list, and the story's article never under list. */
function shareOfList(article: StockedArticle, buyer: SeededBuyer, pieces: number, chance: number): number {
  if (article.kind === "story") return 1
  const share = HABITS[buyer.company.segment].paid(pieces, chance)
  return article.kind === "open" ? Math.max(share, 0.97) : share
}

/** What a line cost: in Germany with VAT in the price, elsewhere net. */
function pricesOf({ country }: DemoCompany, paid: number, list: number) {
  if (country !== "de") return { unit_price: paid, compare_at_unit_price: list }
  const tax_lines = [{ code: "DE19", rate: GERMAN_VAT, description: "Umsatzsteuer" }]
  return { unit_price: withVat(paid), compare_at_unit_price: withVat(list), is_tax_inclusive: true, tax_lines }
}

/** Invents one past order of a buyer. */
function orderOf(buyer: SeededBuyer, placedAt: Date, articles: readonly StockedArticle[], shop: Shop, next: () => number): CreateOrderDTO {
  const { company } = buyer
  const [least, most] = HABITS[company.segment].pieces
  const chosen = new Set(Array.from({ length: 1 + Math.floor(next() * 3) }, () => articles[Math.floor(next() * articles.length)]))
  const items = [...chosen].flatMap((article) => {
    if (!article) return []
    const quantity = Math.round((least + next() * (most - least)) / 10) * 10
    const list = company.currency === "usd" ? article.list : inEuro(article.list)
    const paid = Math.round(list * shareOfList(article, buyer, quantity, next()) * 100) / 100
    const { product_id, variant_id, title, sku } = article
    const line = { title, product_id, product_title: title, variant_id, variant_title: "Piece", variant_sku: sku, quantity, created_at: placedAt }
    return [{ ...line, ...pricesOf(company, paid, list) }]
  })
  const address = addressOf(company, [buyer.first_name, buyer.last_name])
  const recent = Date.now() - placedAt.getTime() < 14 * DAY_MS
  return {
    status: recent ? "pending" : "completed",
    region_id: company.country === "de" ? shop.german_region_id : shop.regions[company.currency],
    customer_id: buyer.customer_id,
    email: buyer.email,
    sales_channel_id: shop.sales_channel_id,
    currency_code: company.currency,
    shipping_address: address,
    billing_address: address,
    items,
    created_at: placedAt,
  } as CreateOrderDTO
}

/** Invents a year and a half of orders, so that every company has a history and a last price paid. */
export async function createPastOrders(container: MedusaContainer, buyers: readonly SeededBuyer[], articles: readonly StockedArticle[], shop: Shop): Promise<number> {
  const next = stream(20_260_101)
  const companies = [...new Set(buyers.map((buyer) => buyer.company))]
  const orders = companies.flatMap((company) => {
    const own = buyers.filter((buyer) => buyer.company === company)
    return Array.from({ length: company.orders }, (_, index) => {
      const daysAgo = 2 + ((index + next()) / company.orders) * HISTORY_DAYS
      const buyer = own[index % own.length]
      return buyer ? [orderOf(buyer, new Date(Date.now() - daysAgo * DAY_MS), articles, shop, next)] : []
    }).flat()
  })
  orders.sort((a, b) => Number(new Date(String((a as { created_at?: Date }).created_at))) - Number(new Date(String((b as { created_at?: Date }).created_at))))
  const service = container.resolve(Modules.ORDER)
  for (let from = 0; from < orders.length; from += BATCH) await service.createOrders(orders.slice(from, from + BATCH))
  return orders.length
}
