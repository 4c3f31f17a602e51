import { Random } from "../world/random"

/** A figure with its interval. */
export interface Estimate {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** Resamples of a bootstrap. */
const RESAMPLES = 2_000
/** The interval holds 95%. */
const TAIL = 0.025

/**
 * Percentile interval of a figure over clusters drawn again with replacement. A seed is a cluster: its lines are drawn
 * together and come and go together. The same resamples are used for every figure of as many clusters, so that a
 * difference of two sellers is taken on the same draws.
 * @param figure of as many clusters as there are, repetitions included
 */
export function bootstrap<Cluster>(clusters: readonly Cluster[], figure: (sample: readonly Cluster[]) => number): Estimate {
  const random = new Random(0xb007, clusters.length)
  const value = figure(clusters)
  const figures: number[] = []
  for (let resample = 0; resample < RESAMPLES && clusters.length > 1; resample++) {
    const sample = clusters.map((cluster) => clusters[random.integer(0, clusters.length - 1)] ?? cluster)
    figures.push(figure(sample))
  }
  figures.sort((a, b) => a - b)
  const at = (share: number): number => figures[Math.min(figures.length - 1, Math.floor(share * figures.length))] ?? value
  return { value, low: at(TAIL), high: at(1 - TAIL) }
}

/** The ratio of two sums over clusters; 0 where nothing is divided by. */
export function ratioOf<Cluster>(above: (cluster: Cluster) => number, under: (cluster: Cluster) => number) {
  return (sample: readonly Cluster[]): number => {
    let top = 0
    let bottom = 0
    for (const cluster of sample) {
      top += above(cluster)
      bottom += under(cluster)
    }
    return bottom === 0 ? 0 : top / bottom
  }
}
