import type { Population } from "../world/populations"
import type { Seller } from "../table/talk"
import { engineSeller } from "./engine"
import { peerSeller, TACTICS } from "./peers"
import { postedPriceSeller } from "./posted-price"
import type { Settings } from "./settings"

/** What a seller is in the comparison; `held`: a peer whose settings keep to the engine's own limit on scripts. */
export type Role = "engine" | "peer" | "held" | "reference"

/** How the name of a peer that is held to the engine's limit ends. */
export const HELD = "/held"

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
 * Everyone who takes part: the engine, every peer plain, with the same menu, and with the menu under the limit on scripts the
 * engine is tuned under, the posted price.
 * @param levers true where the engine's menu has levers, so that "the same menu" has them too
 */
export function roster(levers: boolean): readonly Entrant[] {
  const menu = levers ? "volume-and-levers" : "volume"
  const peers = TACTICS.flatMap((kind): Entrant[] => [
    { name: kind.name, title: kind.title, role: "peer", menu: false, make: (_, settings) => peerSeller(kind, "plain", settings) },
    { name: `${kind.name}+menu`, title: `${kind.title} + menu`, role: "peer", menu: true, make: (_, settings) => peerSeller(kind, menu, settings) },
    { name: `${kind.name}+menu${HELD}`, title: `${kind.title} + menu, held`, role: "held", menu: true, make: (_, settings) => peerSeller(kind, menu, settings) },
  ])
  return [
    { name: "engine", title: "this engine", role: "engine", menu: true, make: (_, settings) => engineSeller(settings) },
    ...peers,
    { name: "posted", title: "cost-aware posted price", role: "reference", menu: false, make: (population) => postedPriceSeller(population) },
  ]
}
