import type { SellerItem } from "../../world/line"
import type { Terms } from "../../world/valuation"
import { SILENCE, type Reply, type Seller, type Session } from "../../table/talk"
import { menuTrades } from "../menu"
import { setting, type Settings } from "../settings"
import type { TacticKind } from "./tactic"

/** What a peer offers beside its price. */
export type PeerMenu = "plain" | "volume" | "volume-and-levers"

/**
 * The least a peer sells for: `r = max(f, c + k(L − c))`, `k` a setting, so that it may hold back as the engine's
 * policy may. Never above list.
 */
export function reservationPrice(item: SellerItem, settings: Settings): number {
  return Math.min(item.list, Math.max(item.floor, Math.ceil(item.cost + setting(settings, "kept") * (item.list - item.cost))))
}

function openSession(kind: TacticKind, menu: PeerMenu, settings: Settings, item: SellerItem): Session {
  const tactic = kind.begin(item, settings, reservationPrice(item, settings))
  const ask = (unitPrice: number, quantity: number): Reply => {
    const { price, accepts } = tactic.answer(unitPrice)
    if (accepts) return { ...SILENCE, accepted: { quantity, unitPrice, levers: 0 } }
    const counter: Terms[] = price < item.list ? [{ quantity, unitPrice: price, levers: 0 }] : []
    if (menu === "plain") return { ...SILENCE, offers: counter }
    const trades = menuTrades(item, settings, { price, ask: unitPrice, quantity }, menu === "volume-and-levers")
    return { ...SILENCE, offers: [...trades, ...counter] }
  }
  return { ask }
}

/**
 * A strategy of the literature as a seller. It knows cost and floor as the engine does, and forgets everything from
 * talk to talk: none of the papers has a memory.
 */
export function peerSeller(kind: TacticKind, menu: PeerMenu, settings: Settings): Seller {
  return {
    name: menu === "plain" ? kind.name : `${kind.name}+menu`,
    fixed: false,
    shelfPrice: (item) => item.list,
    account: (item) => ({ open: () => openSession(kind, menu, settings, item) }),
    faults: () => ({}),
  }
}
