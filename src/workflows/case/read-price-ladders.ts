import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ContractError, type PriceLadder, type PriceLaddersQuery } from "../../contract"
import { compilePolicy, ladder, mayBeNegotiated, type LadderStep, type LineMemory } from "../../engine"
import type { Locale } from "../../phrases"
import { resolveCompany } from "../company/resolve-company"
import { livingMemory } from "./decide/case-state"
import { currentUnitPrice, whyNotNegotiable } from "./decide/check-ask"
import { toCaseFacts } from "./facts/engine-facts"
import { gatherFacts, type GatheredFacts, type GatherInput, type WantedLine } from "./facts/gather"
import { productTitle } from "./facts/line-title"
import { readCart } from "./facts/read-cart"
import { agreedOf, hintOf } from "./quantity-hint"
import { shownPast, shownPrice } from "./tax/shown-prices"

type Place = Omit<GatherInput, "company" | "context">

async function cartPlace(container: MedusaContainer, cartId: string, customerId: string): Promise<Place> {
  const cart = await readCart(container, cartId)
  if (!cart || cart.customer_id !== customerId || cart.region_id === null) throw new ContractError("not_found", "Not found")
  return {
    region_id: cart.region_id,
    currency_code: cart.currency_code,
    sales_channel_id: cart.sales_channel_id,
    cart_id: cart.id,
    lines: cart.items.flatMap((item): WantedLine[] =>
      item.variant_id === null
        ? []
        : [
            {
              line_id: item.id,
              variant_id: item.variant_id,
              product_id: item.product_id,
              line_item_id: item.id,
              title: productTitle(item),
              sku: item.variant_sku,
              quantity: Number(item.quantity),
              competing_offer: null,
            },
          ]
    ),
  }
}

async function variantPlace(
  container: MedusaContainer,
  sales_channel_id: string | null,
  query: { readonly variant_id: string; readonly quantity: number; readonly region_id: string }
): Promise<Place> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "region",
    fields: ["id", "currency_code"],
    filters: { id: query.region_id },
  })
  const [region] = data as unknown as { id: string; currency_code: string }[]
  if (!region) throw new ContractError("not_found", "Not found")
  const line: WantedLine = {
    line_id: query.variant_id,
    variant_id: query.variant_id,
    product_id: null,
    line_item_id: null,
    title: query.variant_id,
    sku: null,
    quantity: query.quantity,
    competing_offer: null,
  }
  return { region_id: region.id, currency_code: region.currency_code, sales_channel_id, cart_id: null, lines: [line] }
}

function availability(gathered: GatheredFacts, line: WantedLine): PriceLadder["availability"] {
  const stock = gathered.variants.get(line.variant_id)?.stock
  return typeof stock === "number" ? { in_stock: stock, ships_by: null } : null
}

function lastPaid(gathered: GatheredFacts, line: WantedLine): PriceLadder["last_paid"] {
  const paid = gathered.purchases.get(line.variant_id)?.last_paid
  const unit_price = paid ? shownPast(gathered, line.variant_id, paid.unit_price) : null
  return paid && unit_price !== null ? { unit_price, quantity: paid.quantity, at: new Date(paid.at).toISOString() } : null
}

/** Steps as the cart shows prices; one that rounds up to what the buyer pays anyway is none. */
function thresholdsOf(gathered: GatheredFacts, line: WantedLine, steps: readonly LadderStep[]): PriceLadder["thresholds"] {
  return steps.flatMap(({ min_quantity, unit_price: net }) => {
    const unit_price = shownPrice(gathered, line.variant_id, net)
    const current = currentUnitPrice(gathered, line, min_quantity) ?? 0
    const saving_total = Math.round((current - unit_price) * 10_000 * min_quantity) / 10_000
    return saving_total > 0 ? [{ min_quantity, unit_price, saving_total }] : []
  })
}

/** The ladder of a line; null where the store has no price for it. */
function ladderOf(gathered: GatheredFacts, line: WantedLine, locale: Locale, now: Date): PriceLadder | null {
  const current = currentUnitPrice(gathered, line, line.quantity)
  if (current === null) return null
  const compiled = gathered.stored.policy ? compilePolicy(gathered.stored.policy.terms, gathered.input.company.segment) : null
  const facts = toCaseFacts(gathered, undefined, now)
  const lineFacts = facts.lines.find((each) => each.line_id === line.line_id)
  const keptOut = gathered.input.company.opted_out || (compiled?.ok && lineFacts && !mayBeNegotiated(compiled.policy, facts, lineFacts))
  // One word for whoever is kept out, for whatever reason.
  const why = whyNotNegotiable(gathered, line) ?? (keptOut ? "not_eligible" : null)
  const memory = (livingMemory(gathered, line.variant_id, now)?.state as LineMemory | undefined) ?? null
  const steps = why === null && compiled?.ok && lineFacts ? ladder(compiled.policy, facts, lineFacts, memory) : []
  const thresholds = thresholdsOf(gathered, line, steps)
  return {
    variant_id: line.variant_id,
    line_item_id: line.line_item_id,
    quantity: line.quantity,
    currency_code: gathered.input.currency_code,
    list_unit_price: gathered.own.get(line.variant_id)?.list_unit_price ?? current,
    current_unit_price: current,
    last_paid: lastPaid(gathered, line),
    thresholds,
    next_threshold: thresholds.find((step) => step.min_quantity > line.quantity) ?? null,
    availability: availability(gathered, line),
    is_tax_inclusive: gathered.own.get(line.variant_id)?.is_tax_inclusive ?? false,
    agreed: agreedOf(gathered, line),
    hint: hintOf(gathered, line, locale),
    negotiable: why === null,
    reason_code: why,
  }
}

/** Who looks, where and in which language. */
export interface LadderViewer {
  readonly customer_id: string
  readonly locale: Locale
  /** The publishable key's channel, whose stock counts where no cart names one. */
  readonly sales_channel_id: string | null
}

/**
 * What a buyer pays now, paid last and has agreed on, the steps the policy publishes to this kind of buyer, and a word on
 * what changing the quantity does.
 * @throws ContractError `not_found` for a missing or foreign cart, region or variant
 */
export async function readPriceLadders(container: MedusaContainer, viewer: LadderViewer, query: PriceLaddersQuery): Promise<PriceLadder[]> {
  const now = new Date()
  const [place, company] = await Promise.all([
    "cart_id" in query ? cartPlace(container, query.cart_id, viewer.customer_id) : variantPlace(container, viewer.sales_channel_id, query),
    resolveCompany(container, viewer.customer_id),
  ])
  if (place.lines.length === 0) return []
  const gathered = await gatherFacts(container, { company, ...place, context: null })
  const ladders = place.lines.flatMap((line) => ladderOf(gathered, line, viewer.locale, now) ?? [])
  const hidden = "variant_id" in query && gathered.variants.get(query.variant_id)?.excluded === "not_for_sale"
  if (ladders.length === 0 || hidden) throw new ContractError("not_found", "Not found")
  return ladders
}
