import { play } from "../../table/play"
import type { Script } from "../../table/talk"
import { floorOf, LIST } from "../../world/line"
import type { Settings } from "../settings"
import { engineSeller } from "."

/**
 * Whether the engine's menus have levers (freight, payment terms): asked of the engine itself, so that peers "with the
 * same menu" get them on the day it does.
 */
export function engineOffersLevers(settings: Settings): boolean {
  let seen = false
  function* listener(): Script {
    for (const unitPrice of [0.75, 0.85, 0.95]) {
      const reply = yield { do: "ask", unitPrice: Math.floor(LIST * unitPrice), quantity: 40 }
      seen ||= reply.offers.some(({ levers }) => levers !== 0)
    }
    return []
  }
  const cost = LIST * 0.6
  play(listener(), engineSeller(settings), { list: LIST, cost, floor: floorOf(cost), words: [1, 1] })
  return seen
}
