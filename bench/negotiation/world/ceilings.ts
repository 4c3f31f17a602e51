import { LIST, type Line } from "./line"
import { LEVER_SETS, leverCost, leverGain, worth } from "./valuation"

/** What nobody can beat on one line, in cents. */
export interface Ceilings {
  /** `U`: the clairvoyant seller at the asked quantity, list price at most. */
  readonly asked: number
  /** `F`: the clairvoyant seller with volume and levers, list price at most. */
  readonly full: number
  /** The largest joint surplus there is, at whatever price. */
  readonly joint: number
}

/** The largest value of a concave function on the whole numbers from `low` to `high`. */
export function concaveMaximum(value: (place: number) => number, low: number, high: number): number {
  let left = low
  let right = high
  while (right - left > 2) {
    const middle = Math.floor((left + right) / 2)
    if (value(middle) < value(middle + 1)) left = middle + 1
    else right = middle
  }
  let best = Number.NEGATIVE_INFINITY
  for (let place = left; place <= right; place++) best = Math.max(best, value(place))
  return best
}

/** `U = max(0, min(v, L) − c)·Q` in cents. */
export function askedCeiling(line: Line): number {
  return Math.max(0, Math.min(line.value, LIST) - line.cost) * line.quantity
}

/** Both ceilings and the joint optimum of a line. Each is a maximum of concave functions of the quantity, one per lever set. */
export function ceilingsOf(line: Line): Ceilings {
  const most = Math.max(line.quantity, Math.floor(line.quantity * line.cap))
  let full = 0
  let joint = 0
  for (const levers of LEVER_SETS) {
    const cost = leverCost(line, levers)
    const margin = leverGain(levers) - line.cost
    const taken = (pieces: number) => Math.min(worth(line, pieces) - cost * pieces, LIST * pieces) + margin * pieces
    const shared = (pieces: number) => worth(line, pieces) + (margin - cost) * pieces
    full = Math.max(full, concaveMaximum(taken, line.quantity, most))
    joint = Math.max(joint, concaveMaximum(shared, line.quantity, most))
  }
  return { asked: askedCeiling(line), full, joint }
}
