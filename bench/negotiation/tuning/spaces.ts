import { HELD } from "../sellers/roster"
import type { Settings } from "../sellers/settings"

/** What each setting of a seller may be; the first settings tried are the middle ones. */
export type Space = Readonly<Record<string, readonly number[]>>

const MENU: Space = {
  gain_share: [0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8],
  volume_cap: [1.5, 2, 3, 4, 5],
}
const LEVERS: Space = { lever_kept: [0.1, 0.3, 0.5, 0.7, 0.9] }
const KEPT: Space = { kept: [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] }
const DEADLINE: Space = { deadline: [1, 2, 3, 4, 5, 6, 8] }

const TACTICS: Readonly<Record<string, Space>> = {
  list: { kept: [0] },
  static: KEPT,
  split: { ...KEPT, tolerance: [0, 0.01, 0.02, 0.04, 0.06, 0.1] },
  linear: { ...KEPT, ...DEADLINE },
  boulware: { ...KEPT, ...DEADLINE },
  conceder: { ...KEPT, ...DEADLINE },
  "tit-for-tat": { ...KEPT, opening: [0, 0.02, 0.05, 0.1, 0.15, 0.2] },
  micro: { ...KEPT, step: [0.01, 0.02, 0.04, 0.06, 0.08, 0.12] },
}

const ENGINE: Space = {
  talk_concession_limit: [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1],
  counter_concession_limit: [0.05, 0.1, 0.25, 0.5, 0.75, 1],
  acceptance_opening: [0, 0.1, 0.25, 0.5, 0.75, 1],
  acceptance_shape: [0.2, 0.5, 1, 3],
  opening_concession: [0, 0.25, 0.5, 0.75, 1],
  curve_shape: [0.2, 0.5, 1, 3],
  reciprocity: [1, 1.5, 3, 10],
  acceptance_tolerance: [0, 0.01, 0.02, 0.04, 0.1, 0.15, 0.2],
  minimum_margin: [0.05, 0.1, 0.125, 0.15, 0.175, 0.2, 0.25, 0.3],
  minimum_plausible_ask: [0.2, 0.3, 0.4, 0.5, 0.6, 0.7],
  volume_gain_share: MENU["gain_share"] ?? [],
  volume_cap_factor: MENU["volume_cap"] ?? [],
  rounds: [1, 2, 3, 4, 5, 6],
}

/** The settings a seller is tuned over. References have none. */
export function spaceOf(seller: string, levers: boolean): Space {
  if (seller === "engine") return levers ? { ...ENGINE, ...LEVERS } : ENGINE
  const [tactic = "", menu] = seller.replace(HELD, "").split("+")
  return { ...TACTICS[tactic], ...(menu === undefined ? {} : { ...MENU, ...(levers ? LEVERS : {}) }) }
}

/** The middle of every setting: what a seller has before it is tuned. */
export function middleOf(space: Space): Settings {
  return Object.fromEntries(Object.entries(space).map(([name, values]) => [name, values[Math.floor(values.length / 2)] ?? 0]))
}
