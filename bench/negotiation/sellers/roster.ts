import type { Population } from "../world/populations"
import type { Seller } from "../table/talk"
import { engineSeller } from "./engine"
import { peerSeller, TACTICS } from "./peers"
import { postedPriceSeller } from "./posted-price"
import type { Settings } from "./settings"

/** What a seller is in the comparison. */
export type Role = "engine" | "peer" | "reference"

/** A seller that can be made for some settings. */
export interface Entrant {
  readonly name: string
  readonly title: string
  readonly role: Role
  /** True where it offers the menu. */
  readonly menu: boolean
  make(population: Population, settings: Settings): Seller
}

/**
 * Everyone who takes part: the engine, every peer plain and with the same menu, the posted price.
 * @param levers true where the engine's menu has levers, so that "the same menu" has them too
 */
export function roster(levers: boolean): readonly Entrant[] {
  const menu = levers ? "volume-and-levers" : "volume"
  const peers = TACTICS.flatMap((kind): Entrant[] => [
    { name: kind.name, title: kind.title, role: "peer", menu: false, make: (_, settings) => peerSeller(kind, "plain", settings) },
    { name: `${kind.name}+menu`, title: `${kind.title} + menu`, role: "peer", menu: true, make: (_, settings) => peerSeller(kind, menu, settings) },
  ])
  return [
    { name: "engine", title: "this engine", role: "engine", menu: true, make: (_, settings) => engineSeller(settings) },
    ...peers,
    { name: "posted", title: "cost-aware posted price", role: "reference", menu: false, make: (population) => postedPriceSeller(population) },
  ]
}
