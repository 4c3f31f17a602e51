import { setting } from "../settings"
import type { TacticKind } from "./tactic"

/** Goes half the way to every ask; agrees once that leaves less than its tolerance between them. */
export const SPLIT: TacticKind = {
  name: "split",
  title: "split the difference",
  source: "split the difference; the common rule of people and bots",
  begin: (item, settings, reservation) => {
    const tolerance = setting(settings, "tolerance") * item.list
    let price = item.list
    return {
      answer: (ask) => {
        const close = price - ask <= tolerance
        price = Math.min(price, Math.max(reservation, Math.ceil((price + ask) / 2)))
        return { price, accepts: ask >= reservation && (ask >= price || close) }
      },
    }
  },
}

/**
 * Gives back what the buyer gave: `p ← p − (o_t − o_{t−1})`, never more than that and never less than nothing.
 * Faratin, Sierra and Jennings 1998, absolute tit for tat with a window of one. It opens a little under list.
 */
export const TIT_FOR_TAT: TacticKind = {
  name: "tit-for-tat",
  title: "tit for tat",
  source: "Faratin, Sierra and Jennings 1998",
  begin: (item, settings, reservation) => {
    let price = item.list
    let last: number | null = null
    return {
      answer: (ask) => {
        const given = last === null ? setting(settings, "opening") * item.list : Math.max(0, ask - last)
        price = Math.max(Math.min(reservation, price), Math.ceil(price - given))
        last = ask
        return { price, accepts: ask >= price }
      },
    }
  },
}

/**
 * MiCRO: its own prices in a row from list down, one step further for every new ask of the buyer, and no step for an
 * ask heard before. De Jonge 2022. It takes an ask no worse than what it would say next.
 */
export const MICRO: TacticKind = {
  name: "micro",
  title: "MiCRO",
  source: "de Jonge 2022",
  begin: (item, settings, reservation) => {
    const step = setting(settings, "step") * item.list
    const heard = new Set<number>()
    return {
      answer: (ask) => {
        heard.add(ask)
        const price = Math.min(item.list, Math.max(reservation, Math.ceil(item.list - step * heard.size)))
        return { price, accepts: ask >= price }
      },
    }
  },
}
