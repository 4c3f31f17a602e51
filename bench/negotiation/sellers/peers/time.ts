import { setting } from "../settings"
import type { TacticKind } from "./tactic"

/**
 * Price of a time-dependent tactic in round `round` of `deadline`: `p = L − (L − r)·(t/T)^(1/β)`; from the deadline on
 * the reservation price. Faratin, Sierra and Jennings 1998, polynomial form with k = 0; t counts from 0.
 */
export function timePrice(list: number, reservation: number, round: number, deadline: number, beta: number): number {
  const gone = Math.pow(Math.min(1, round / deadline), 1 / beta)
  return Math.ceil(list - (list - reservation) * gone)
}

/** A tactic that looks at the clock alone; it takes an ask no worse than what it would say next. */
function byTime(name: string, title: string, beta: number): TacticKind {
  return {
    name,
    title,
    source: "Faratin, Sierra and Jennings 1998",
    begin: (item, settings, reservation) => {
      const deadline = setting(settings, "deadline")
      let round = 0
      return {
        answer: (ask) => {
          round++
          const price = timePrice(item.list, reservation, round, deadline, beta)
          return { price, accepts: ask >= price }
        },
      }
    },
  }
}

/** Concedes evenly. */
export const LINEAR = byTime("linear", "linear", 1)
/** Holds out, gives in at the end. */
export const BOULWARE = byTime("boulware", "Boulware .2", 0.2)
/** Gives in at the start. */
export const CONCEDER = byTime("conceder", "conceder 3", 3)
