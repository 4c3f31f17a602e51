import type { Population } from "../world/populations"
import { LIST, type SellerItem } from "../world/line"
import { SILENCE, type Seller } from "../table/talk"

/** The error function, to 1.5e-7 (Abramowitz and Stegun 7.1.26). */
function erf(x: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(x))
  const tail = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
  return Math.sign(x) * (1 - tail * Math.exp(-x * x))
}

/** Share of a population's buyers to whom a piece is worth `price` or more. */
export function demandAt(population: Population, price: number): number {
  const place = Math.log(price / (LIST * population.valueMedian)) / population.valueSigma
  return 0.5 * (1 - erf(place / Math.SQRT2))
}

/** The price from floor to list, in cents, that earns most from a buyer of whom nothing is known but the population. */
export function bestPostedPrice(population: Population, floor: number, cost: number): number {
  let best = LIST
  let most = Number.NEGATIVE_INFINITY
  for (let price = LIST; price >= Math.min(floor, LIST); price -= 20) {
    const earned = (price - cost) * demandAt(population, price)
    if (earned > most) [most, best] = [earned, price]
  }
  return best
}

/**
 * Reference: one price for everyone, the best there is for this cost by someone who knows the population's true
 * distribution. No peer: no seller knows that, and it lowers the price for those too who would pay list.
 */
export function postedPriceSeller(population: Population): Seller {
  const known = new Map<number, number>()
  const priceOf = (item: SellerItem): number => {
    const price = known.get(item.cost) ?? bestPostedPrice(population, item.floor, item.cost)
    known.set(item.cost, price)
    return price
  }
  return {
    name: "posted",
    fixed: true,
    shelfPrice: priceOf,
    account: () => ({ open: () => ({ ask: () => SILENCE }) }),
    faults: () => ({}),
  }
}
