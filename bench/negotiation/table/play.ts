import type { SellerItem } from "../world/line"
import type { Terms } from "../world/valuation"
import { SILENCE, type Move, type Reply, type Script, type Seller } from "./talk"

/** How a buyer fared with a seller. */
export interface Played {
  readonly taken: readonly Terms[]
  readonly asks: number
  readonly person: boolean
}

/** Most moves of one buyer: a script that goes on for longer is a fault of the script. */
const MOST_MOVES = 5_000

/** Lets a buyer talk to a seller. Fails where the buyer takes what was never offered: scripts can't help themselves. */
export function play(script: Script, seller: Seller, item: SellerItem): Played {
  let accounts = 1
  let account = seller.account(item, 0)
  let session = account.open()
  let asks = 0
  let person = false
  const heard: Terms[] = []

  const answer = (move: Move): Reply => {
    if (move.do === "ask") {
      asks++
      const reply = session.ask(move.unitPrice, move.quantity)
      person ||= reply.person
      if (reply.accepted !== null) heard.push(reply.accepted)
      heard.push(...reply.offers)
      return reply
    }
    if (move.do === "new-account") account = seller.account(item, accounts++)
    session = account.open()
    return SILENCE
  }

  let step = script.next()
  for (let moves = 0; step.done !== true; moves++) {
    if (moves > MOST_MOVES) throw new Error("a buyer's script does not end")
    step = script.next(answer(step.value))
  }
  for (const terms of step.value) if (!heard.includes(terms)) throw new Error("a buyer took what was not offered")
  return { taken: step.value, asks, person }
}
