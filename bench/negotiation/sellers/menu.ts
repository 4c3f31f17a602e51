import { LEVER_GAINS, type SellerItem } from "../world/line"
import type { Terms } from "../world/valuation"
import { setting, type Settings } from "./settings"

/** The ask a menu answers, and the price the seller stands at for the pieces asked. Cents. */
export interface MenuAsk {
  readonly price: number
  readonly ask: number
  readonly quantity: number
}

/** Most options of a menu, the counter included (ENGINE.md, Menu). */
const MOST_TRADES = 2

/** Marginal price of extra pieces, `m = max(f, c + γ(p − c))`, in whole cents. */
function marginalPrice(item: SellerItem, settings: Settings, price: number): number {
  return Math.min(price, Math.max(item.floor, Math.ceil(item.cost + setting(settings, "gain_share") * (price - item.cost))))
}

/**
 * The volume trade of ENGINE.md for a price of any strategy: `Q' = Q(p − m)/(o − m)` pieces at the ask; past the cap,
 * or for an ask at or under `m`, the best unit price at the cap. Null where there is nothing to trade.
 */
export function volumeTrade(item: SellerItem, settings: Settings, { price, ask, quantity }: MenuAsk): Terms | null {
  if (ask >= price) return null
  const marginal = marginalPrice(item, settings, price)
  const cap = Math.floor(quantity * setting(settings, "volume_cap"))
  if (cap <= quantity) return null
  const needed = ask > marginal ? Math.ceil((quantity * (price - marginal)) / (ask - marginal)) : Number.POSITIVE_INFINITY
  if (needed <= cap) return needed > quantity ? { quantity: needed, unitPrice: ask, levers: 0 } : null
  const unitPrice = Math.ceil(marginal + ((price - marginal) * quantity) / cap)
  return unitPrice < price ? { quantity: cap, unitPrice, levers: 0 } : null
}

/** A cut for each lever alone: `(1 − σ)` of what the seller gains by it, under the price at the asked quantity. */
export function leverTrades(item: SellerItem, settings: Settings, { price, quantity }: MenuAsk): Terms[] {
  const given = 1 - setting(settings, "lever_kept")
  return LEVER_GAINS.map((gain, place) => ({
    quantity, levers: 1 << place, unitPrice: Math.max(item.floor, price - Math.floor(gain * item.list * given)),
  })).filter(({ unitPrice }) => unitPrice < price)
}

/** The trades of the menu beside a counter: the volume trade first, levers where the engine offers them too. */
export function menuTrades(item: SellerItem, settings: Settings, asked: MenuAsk, withLevers: boolean): Terms[] {
  const volume = volumeTrade(item, settings, asked)
  const levers = withLevers ? leverTrades(item, settings, asked) : []
  return [...(volume === null ? [] : [volume]), ...levers].slice(0, MOST_TRADES)
}
