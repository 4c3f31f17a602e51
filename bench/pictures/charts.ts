import type { PolicyTerms } from "../../src/engine"
import type { Chart, Curve } from "./chart"
import { fail, pieces, range, rounds } from "./curves"
import { LINE, priceOf, talk, termOf, volumeOf } from "./story"

/** The best unit price more pieces can reach, by how many more are proposed at most. */
function reach(name: string, change: Partial<PolicyTerms>): Curve {
  return { name, points: range(1, 6, 0.5).map((factor) => {
    const [decision] = talk({ ...change, volume_cap_factor: factor }, [96])
    return [factor, (decision && volumeOf(decision)?.unitPrice) ?? LINE.list] as const
  }) }
}

const creeping = (name: string, change: Partial<PolicyTerms>, asks: readonly number[]): Curve =>
  ({ name, points: talk({ rounds: asks.length, volume_cap_factor: 1, ...change }, asks).map((decision, place) => [place + 1, priceOf(decision)] as const) })

/** What an ask is answered with in the first round: the price that is agreed on, or what stands after it. */
function firstAnswers(name: string, change: Partial<PolicyTerms>, asks: readonly number[]): Curve {
  return { name, points: asks.map((ask) => [ask, priceOf(talk({ volume_cap_factor: 1, ...change }, [ask])[0] ?? fail())] as const) }
}

/** A policy whose counters stay shallow while talk may go deeper. */
const SHALLOW: Partial<PolicyTerms> = { talk_concession_limit: 0.4, counter_concession_limit: 0.1, acceptance_tolerance: 0 }

/** The lowest ask that is taken as it is, by round. */
function taken(name: string, change: Partial<PolicyTerms>): Curve {
  return { name, points: talk({ volume_cap_factor: 1, rounds: 6, ...SHALLOW, ...change }, [90, 91, 92, 93, 94, 95]).map((decision, place) =>
    [place + 1, termOf(decision, "accepts_from") ?? fail()] as const) }
}

function floors(name: string, term: "floor" | "band", margin: number): Curve {
  return { name, points: range(60, 118, 0.5).flatMap((cost) => {
    const [decision] = talk({ minimum_margin: margin }, [100], { cost })
    const value = decision === undefined ? null : termOf(decision, term)
    return value === null ? [] : [[cost, value] as const]
  }) }
}

const ASKS = range(103, 117, 0.5)

/** Pictures of docs/guides/pricing.md: each changes one term of the story's policy and asks the engine itself. */
export const CHARTS: readonly Chart[] = [
  {
    file: "opening-and-limit", title: "How far talk goes: opening (α) and limit (ρ)", across: "round", up: "counter for 2,000 pieces (list 120, cost 80)",
    curves: [rounds("α 0, ρ 0: trades only", { opening_concession: 0, talk_concession_limit: 0 }), rounds("α .05, ρ .20 (default)", {}), rounds("α .10, ρ .30", { opening_concession: 0.1, talk_concession_limit: 0.3 }), rounds("α .20, ρ .20: at once", { opening_concession: 0.2, talk_concession_limit: 0.2 })],
  },
  {
    file: "curve-shape", title: "When it gives: the shape of the curve (β)", across: "round", up: "counter, α .05, ρ .30, six rounds",
    curves: [0.2, 0.5, 1, 3].map((shape) => rounds(`β ${shape}`, { curve_shape: shape, talk_concession_limit: 0.3, rounds: 6 })),
  },
  {
    file: "reciprocity", title: "Give for give: reciprocity (r) with a buyer who raises by 1 a round", across: "round", up: "counter, ρ .30",
    curves: [0, 0.5, 1, 3].map((share) => creeping(`r ${share}`, { reciprocity: share, talk_concession_limit: 0.3, curve_shape: 3 }, [100, 101, 102, 103, 104, 105])),
  },
  {
    file: "tolerance", title: "Close enough: tolerance (δ), counter 118 in the first round", across: "ask", up: "price that stands after the answer",
    curves: [0, 0.02, 0.05].map((share) => firstAnswers(`δ ${share}`, { acceptance_tolerance: share }, range(110, 119.5, 0.25))),
  },
  {
    file: "acceptance", title: "The lowest ask that is taken, by round, beside the counter", across: "round", up: "price, taken from .05 to ρ .40, counters to .10",
    curves: [
      ...[0.3, 1, 3].map((shape) => taken(`taken, shape ${shape}`, { acceptance_opening: 0.05, acceptance_shape: shape })),
      rounds("counter", { ...SHALLOW, rounds: 6 }),
    ],
  },
  {
    file: "gain-share", title: "What an ask costs in pieces: the seller's share of extra volume (γ)", across: "price asked for (counter 118)", up: "pieces needed in all, asked for 2,000",
    curves: [0.45, 0.55, 0.7, 0.85].map((share) => pieces(`γ ${share}`, { volume_gain_share: share }, ASKS)),
  },
  {
    file: "incremental-share", title: "Pulled forward or truly more: share of extra volume that is new (φ)", across: "price asked for (counter 118)", up: "pieces needed in all, asked for 2,000",
    curves: [1, 0.8, 0.6].map((share) => pieces(`φ ${share}`, { incremental_share: share }, ASKS)),
  },
  {
    file: "volume-cap", title: "How far volume goes: the cap (κ) and the lowest price it reaches", across: "κ: most pieces proposed ÷ pieces asked for", up: "best unit price offered to an ask of 96",
    curves: [0.3, 0.55, 0.8].map((share) => reach(`γ ${share}`, { volume_gain_share: share })),
  },
  {
    file: "minimum-margin", title: "Floor, and the lowest price talk reaches, by cost (list 120)", across: "unit cost", up: "price",
    curves: [floors("floor, μ .15", "floor", 0.15), floors("talk ends, μ .15", "band", 0.15), floors("floor, μ .05", "floor", 0.05), floors("talk ends, μ .05", "band", 0.05)],
  },
]
