import type { Speed } from "../measure/speed"
import type { Calibration } from "../world/calibration"
import type { SeedKind } from "../world/line"
import type { PopulationFigures } from "./summary"
import type { Target } from "./targets"

/** Everything a run says, as it is written to JSON. Money appears as shares only. */
export interface Report {
  readonly size: { readonly seeds: number; readonly of: SeedKind; readonly lines: number; readonly attacked: number }
  /** True where the engine's menus, and so the peers', have levers. */
  readonly levers: boolean
  /** What the settings are from, in words. */
  readonly tuning: string
  readonly calibration: Calibration
  readonly speed: Speed
  readonly populations: readonly PopulationFigures[]
  readonly targets: readonly Target[]
}
