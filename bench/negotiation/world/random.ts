/** Mixes one more word into a running 32-bit hash. */
function mix(hash: number, word: number): number {
  let next = Math.imul(hash ^ word, 0x9e3779b1)
  next = Math.imul(next ^ (next >>> 15), 0x85ebca6b)
  next = Math.imul(next ^ (next >>> 13), 0xc2b2ae35)
  return (next ^ (next >>> 16)) >>> 0
}

/**
 * Chance that can be had again: the same words give the same draws on every machine. Each simulated line has a stream
 * of its own, so that what one seller does to a line changes no other line (common random numbers). The generator is
 * sfc32, a public-domain design.
 */
export class Random {
  private a: number
  private b: number
  private c: number
  private counter = 1

  constructor(...words: readonly number[]) {
    const hash = words.reduce((sum, word) => mix(sum, word), 0x2545f491)
    this.a = mix(hash, 1)
    this.b = mix(hash, 2)
    this.c = mix(hash, 3)
    for (let warmUp = 0; warmUp < 8; warmUp++) this.uniform()
  }

  /** From 0 to under 1. */
  uniform(): number {
    const sum = (this.a + this.b + this.counter) >>> 0
    this.counter = (this.counter + 1) >>> 0
    this.a = this.b ^ (this.b >>> 9)
    this.b = (this.c + (this.c << 3)) >>> 0
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) >>> 0
    return sum / 4_294_967_296
  }

  /** Uniform from `low` to under `high`. */
  between(low: number, high: number): number {
    return low + (high - low) * this.uniform()
  }

  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.uniform() * (high - low + 1))
  }

  /** Normal; takes two uniform draws (Box and Muller). */
  normal(mean: number, deviation: number): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.uniform()))
    return mean + deviation * radius * Math.cos(2 * Math.PI * this.uniform())
  }

  /** One of the entries, by weight. Weights need not add up to 1. */
  pick<Entry>(entries: readonly (readonly [Entry, number])[]): Entry {
    let left = this.uniform() * entries.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [entry, weight] of entries) {
      left -= weight
      if (left < 0) return entry
    }
    const last = entries.at(-1)
    if (last === undefined) throw new Error("nothing to pick from")
    return last[0]
  }
}

/**
 * The value at `share` of a distribution given by some of its quantiles: straight between them, and straight on with
 * the nearest slope beyond the outermost ones.
 * @param knots pairs of share and value, ascending, at least two
 */
export function quantileAt(knots: readonly (readonly [number, number])[], share: number): number {
  let place = 1
  while (place < knots.length - 1 && (knots[place]?.[0] ?? 1) < share) place++
  const [lowShare, lowValue] = knots[place - 1] ?? [0, 0]
  const [highShare, highValue] = knots[place] ?? [1, 0]
  return lowValue + ((share - lowShare) / (highShare - lowShare)) * (highValue - lowValue)
}
