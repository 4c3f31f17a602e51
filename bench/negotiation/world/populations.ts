/** A kind of shop's buyers. Shares are of 1; prices are shares of list. */
export interface Population {
  readonly name: PopulationName
  /** Median and σ of the lognormal `v/L`. */
  readonly valueMedian: number
  readonly valueSigma: number
  /** A sincere buyer opens this far under its valuation: uniform between the two. */
  readonly shade: readonly [number, number]
  /** Share of buyers that negotiate at all. */
  readonly haggle: number
  /** Chance to leave after a round without agreement. */
  readonly walk: number
  /** Share of buyers whose quantity can grow. */
  readonly flexible: number
  /** What the figures rest on; shown wherever a result is. */
  readonly basis: string
}

/** Names of the populations. */
export type PopulationName = "marketplace" | "catalogue" | "b2b"

/** The three populations of ENGINE.md, to the letter. */
export const POPULATIONS: readonly Population[] = [
  {
    name: "marketplace", valueMedian: 0.8, valueSigma: 0.22, shade: [0.1, 0.4], haggle: 0.7, walk: 0.35, flexible: 0.3,
    basis: "opening calibrated to eBay Best Offer's published figures; the rest assumed",
  },
  {
    name: "catalogue", valueMedian: 0.88, valueSigma: 0.15, shade: [0.05, 0.25], haggle: 0.6, walk: 0.25, flexible: 0.4,
    basis: "assumption, no data behind it",
  },
  {
    name: "b2b", valueMedian: 0.96, valueSigma: 0.12, shade: [0.02, 0.15], haggle: 0.6, walk: 0.15, flexible: 0.5,
    basis: "assumption, no data behind it",
  },
]

/** The population of a name. */
export function populationOf(name: PopulationName): Population {
  const found = POPULATIONS.find((population) => population.name === name)
  if (found === undefined) throw new Error(`no population is called ${String(name)}`)
  return found
}

/** eBay Best Offer's published figures the marketplace is held against (ENGINE.md, The benchmark). */
export const EBAY = { firstOffer: 0.608, agreement: 0.454 } as const
