import { createHmac } from "node:crypto"
import { toUnits, type CaseFacts, type LineFacts, type Money, type SubstituteFacts, type UnitPrice } from "../../../engine"
import type { NegotiatingCompany } from "../../company/resolve-company"
import { NOT_COUNTABLE, netUnits, taxOf } from "../tax/shown-prices"
import { currencyDecimals } from "./currency"
import type { GatheredFacts, WantedLine } from "./gather"
import { peerAsks } from "./peer-asks"
import { currentPrices } from "./price-schedule"

const DAY_MS = 86_400_000

/**
 * Largest jitter, in basis points of the list price: under one step of a counter (20 to 50), so that it is not felt. It moves the
 * counters of some companies by that step and most prices of extra pieces; what hides a cost is the steps themselves.
 */
const MAX_JITTER_BPS = 20

/**
 * Jitter in basis points of the list price: a keyed hash of company, variant and month, so that the same question gets
 * the same answer while two companies can't tell from theirs what is whose. 0 without a secret.
 */
export function jitterOf(secret: string | undefined, companyKey: string, variantId: string, now: Date): number {
  if (!secret) return 0
  const month = now.toISOString().slice(0, 7)
  const hash = createHmac("sha256", secret).update(`${companyKey}|${variantId}|${month}`).digest()
  return hash.readUInt32BE(0) % (MAX_JITTER_BPS + 1)
}

/** Decimals of the engine's own unit: net prices out of prices with tax are rounded once, where they are shown. */
const FINEST_DECIMALS = 4

function units(amount: number): UnitPrice {
  return toUnits(amount) ?? NOT_COUNTABLE
}

/** What was paid net, to a millionth: down to the unit, so that what is honoured is never shown as more than was paid. */
function paidUnits(gathered: GatheredFacts, variant_id: string, amount: number): UnitPrice {
  if (!gathered.tax.has(variant_id)) return units(Math.round(amount * 10_000) / 10_000)
  // A hundredth of a unit: the millionth may have been rounded up.
  return Math.max(0, Math.floor(amount * 10_000 - 0.01)) as UnitPrice
}

/** An amount of shipping, to the nearest unit: a provider's price may be finer than what the engine counts in. */
function moneyUnits(amount: number): Money {
  return Math.round(amount * 10_000) as Money
}

/** What a variant is sold at and in which quantities, what it costs and how much is in stock. Prices nobody can count in where the store has none. */
function articleFacts(gathered: GatheredFacts, variant_id: string): Required<Omit<SubstituteFacts, "variant_id" | "excluded">> {
  const own = gathered.own.get(variant_id)
  const variant = gathered.variants.get(variant_id)
  const cost = gathered.stored.costs.find((each) => each.variant_id === variant_id)
  const net = (amount: number) => netUnits(gathered, variant_id, amount)
  return {
    list_unit_price: own ? net(own.list_unit_price) : NOT_COUNTABLE,
    own_prices: currentPrices(gathered, variant_id).map((step) => ({ min_quantity: step.min_quantity, unit_price: net(step.unit_price) })),
    unit_cost: cost ? units(cost.unit_cost) : null,
    cost_age_days: cost?.age_days ?? 0,
    // Null is a fact: this stock is not counted.
    stock: variant ? variant.stock : "unknown",
    lot: variant?.lot ?? null,
    minimum_quantity: variant?.minimum_quantity ?? null,
  }
}

/** Articles that may stand in. One with a tax that nobody knows is left out: the case must not go to a person for it. */
function substituteFacts(gathered: GatheredFacts, variant_id: string): SubstituteFacts[] {
  return (gathered.levers.substitutes.get(variant_id) ?? []).flatMap((candidate) =>
    taxOf(gathered, candidate.variant_id) === null
      ? []
      : { variant_id: candidate.variant_id, excluded: null, ...articleFacts(gathered, candidate.variant_id) }
  )
}

function lineFacts(gathered: GatheredFacts, line: WantedLine, secret: string | undefined, now: Date): LineFacts {
  const variant = gathered.variants.get(line.variant_id)
  const bought = gathered.purchases.get(line.variant_id)
  const net = (amount: number) => netUnits(gathered, line.variant_id, amount)
  const competing = line.competing_offer?.unit_price
  const paidCost = gathered.paid_costs.get(line.variant_id)
  const scopes = variant && gathered.scopes?.get(variant.product_id)
  return {
    line_id: line.line_id,
    variant_id: line.variant_id,
    excluded: variant?.excluded ?? null,
    ...articleFacts(gathered, line.variant_id),
    quantity: line.quantity,
    ...(line.quantity_in_cart === undefined ? {} : { quantity_in_cart: line.quantity_in_cart }),
    last_paid: bought?.last_paid
      ? {
          unit_price: paidUnits(gathered, line.variant_id, bought.last_paid.unit_price),
          quantity: bought.last_paid.quantity,
          age_days: Math.max(0, Math.floor((now.getTime() - new Date(bought.last_paid.at).getTime()) / DAY_MS)),
          ...(paidCost === undefined ? {} : { unit_cost: units(paidCost) }),
        }
      : null,
    largest_past_quantity: bought?.largest_quantity ?? null,
    competing_unit_price: competing === undefined ? null : net(competing),
    peer_asks: gathered.stored.policy && peerAsks(gathered.peers, line.variant_id, gathered.stored.policy.terms.window_days),
    jitter: jitterOf(secret, gathered.input.company.key, line.variant_id, now),
    substitutes: substituteFacts(gathered, line.variant_id),
    ...(scopes ? { scopes } : {}),
  }
}

function companyFacts({ opted_out, strategic, missed_commitment_at, segment, profitability, growth, credit }: NegotiatingCompany): CaseFacts["company"] {
  return { opted_out, strategic, commitment_missed: missed_commitment_at !== null, segment, profitability, growth, credit }
}

/** Whole days from today until the goods are needed; 0 for a day that has come. */
export function daysUntil(needed_by: string, now: Date): number {
  const today = Date.parse(now.toISOString().slice(0, 10))
  return Math.max(0, Math.round((Date.parse(needed_by) - today) / DAY_MS))
}

/** What the buyer said of the need, and what can be traded beside volume. */
function tradingFacts({ input, levers }: GatheredFacts, now: Date): Partial<CaseFacts> {
  const { needed_by, annual_volume } = input.context ?? {}
  return {
    needed_in_days: needed_by === undefined ? null : daysUntil(needed_by, now),
    annual_volume: input.lines.length === 1 ? (annual_volume ?? null) : null,
    freight_total: levers.freight_total ? moneyUnits(levers.freight_total.net) : null,
    freight: levers.freight.map(({ shipping_option_id, amount }) => ({ shipping_option_id, total: amount && moneyUnits(amount.net) })),
    payment_terms: levers.payment_terms,
  }
}

/** The gathered facts in the engine's own words. */
export function toCaseFacts(gathered: GatheredFacts, secret: string | undefined, now: Date): CaseFacts {
  const { company, currency_code, lines } = gathered.input
  return {
    currency: { code: currency_code, decimals: gathered.tax.size > 0 ? FINEST_DECIMALS : currencyDecimals(currency_code) },
    company: companyFacts(company),
    lines: lines.map((line) => lineFacts(gathered, line, secret, now)),
    ...tradingFacts(gathered, now),
  }
}
