import { createHmac } from "node:crypto"
import { toUnits, type CaseFacts, type LineFacts, type UnitPrice } from "../../../engine"
import type { GatheredFacts, WantedLine } from "./gather"
import { currentSchedule } from "./price-schedule"

const DAY_MS = 86_400_000

/** Largest jitter, in basis points of the list price. Small enough not to be felt, large enough to blur a cost. */
const MAX_JITTER_BPS = 20

/** Decimals of a currency, as the runtime's own tables have them. */
export function currencyDecimals(code: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency: code }).resolvedOptions().maximumFractionDigits ?? 2
}

/**
 * Jitter in basis points of the list price: a keyed hash of company, variant and month, so that the same question gets
 * the same answer while two buyers can't compare theirs. 0 without a secret.
 */
export function jitterOf(secret: string | undefined, companyKey: string, variantId: string, now: Date): number {
  if (!secret) return 0
  const month = now.toISOString().slice(0, 7)
  const hash = createHmac("sha256", secret).update(`${companyKey}|${variantId}|${month}`).digest()
  return hash.readUInt32BE(0) % (MAX_JITTER_BPS + 1)
}

/** An amount the engine can't count in becomes a value it refuses as an invalid fact: a person decides then. */
const NOT_COUNTABLE = Number.NaN as UnitPrice

function units(amount: number): UnitPrice {
  return toUnits(amount) ?? NOT_COUNTABLE
}

function unitsOrNull(amount: number | null | undefined): UnitPrice | null {
  return amount === null || amount === undefined ? null : units(amount)
}

function lineFacts(gathered: GatheredFacts, line: WantedLine, secret: string | undefined, now: Date): LineFacts {
  const own = gathered.own.get(line.variant_id)
  const variant = gathered.variants.get(line.variant_id)
  const bought = gathered.purchases.get(line.variant_id)
  const cost = gathered.stored.costs.find((each) => each.variant_id === line.variant_id)
  const agreed = gathered.stored.agreed.filter((price) => price.variant_id === line.variant_id)
  const schedule = currentSchedule(own?.tiers ?? [], agreed)
  return {
    line_id: line.line_id,
    variant_id: line.variant_id,
    excluded: variant?.excluded ?? null,
    list_unit_price: own ? units(own.list_unit_price) : NOT_COUNTABLE,
    own_prices: schedule.map((step) => ({ min_quantity: step.min_quantity, unit_price: units(step.unit_price) })),
    quantity: line.quantity,
    unit_cost: unitsOrNull(cost?.unit_cost),
    cost_age_days: cost?.age_days ?? 0,
    // Null is a fact: this stock is not counted.
    stock: variant ? variant.stock : "unknown",
    lot: variant?.lot ?? null,
    last_paid: bought?.last_paid
      ? {
          unit_price: units(bought.last_paid.unit_price),
          quantity: bought.last_paid.quantity,
          age_days: Math.max(0, Math.floor((now.getTime() - new Date(bought.last_paid.at).getTime()) / DAY_MS)),
        }
      : null,
    largest_past_quantity: bought?.largest_quantity ?? null,
    competing_unit_price: unitsOrNull(line.competing_offer?.unit_price),
    jitter: jitterOf(secret, gathered.input.company.key, line.variant_id, now),
  }
}

/** The gathered facts in the engine's own words. */
export function toCaseFacts(gathered: GatheredFacts, secret: string | undefined, now: Date): CaseFacts {
  const { company, currency_code, lines } = gathered.input
  return {
    currency: { code: currency_code, decimals: currencyDecimals(currency_code) },
    company: { opted_out: company.opted_out, strategic: company.strategic },
    lines: lines.map((line) => lineFacts(gathered, line, secret, now)),
  }
}
