import { LIST, type Line } from "../world/line"

/** A line of a sincere buyer that haggles, with some of it changed. Worth 90, cost 60, 40 pieces, no chance in it. */
export function lineWith(change: Partial<Line> = {}): Line {
  return {
    index: 0,
    cost: LIST * 0.6,
    quantity: 40,
    value: LIST * 0.9,
    flexible: false,
    cap: 1,
    elasticity: 2,
    leverCosts: [0.01, 0.02],
    haggles: true,
    style: "linear",
    temper: 0,
    opening: LIST * 0.7,
    patience: 5,
    walks: [false, false, false, false, false, false],
    fallsBack: true,
    exploitDraw: 0.99,
    scriptDraw: 0,
    words: [1, 1],
    ...change,
  }
}

/** Settings every peer and the engine can work with. */
export const SETTINGS = {
  kept: 0, tolerance: 0.02, deadline: 5, opening: 0.02, step: 0.05, gain_share: 0.5, volume_cap: 3, lever_kept: 0.5,
  talk_concession_limit: 0.4, opening_concession: 0.25, curve_shape: 1, reciprocity: 1, acceptance_tolerance: 0.01,
    counter_concession_limit: 1, acceptance_opening: 0, acceptance_shape: 1,
  minimum_plausible_ask: 0.6, volume_gain_share: 0.5, volume_cap_factor: 3, rounds: 4, minimum_margin: 0.05,
} as const
