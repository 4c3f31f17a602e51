import fs from "node:fs"
import path from "node:path"
import type { SettingsOf } from "../run/jobs"
import { POPULATIONS, type PopulationName } from "../world/populations"
import { roster } from "../sellers/roster"
import { middleOf, spaceOf } from "./spaces"
import type { Trial } from "./search"

/** The settings tuning found, as they are kept in the repository. */
export interface Kept {
  readonly about: string
  readonly budget: number
  readonly seeds: number
  readonly lines: number
  readonly finalLines: number
  readonly settings: Readonly<Record<PopulationName, SettingsOf>>
  /** Every policy of the engine that was tried: what closing more deals costs. */
  readonly trials: Readonly<Record<PopulationName, readonly Tried[]>>
}

/** What a setting came to. */
export type Tried = Pick<Trial, "share" | "closes" | "taken">

const FILE = path.join(__dirname, "tuned.json")

/** Reads what was kept; null where nothing was. */
export function readKept(): Kept | null {
  return fs.existsSync(FILE) ? (JSON.parse(fs.readFileSync(FILE, "utf8")) as Kept) : null
}

/** Keeps what was found. */
export function writeKept(kept: Kept): void {
  const perLine = JSON.stringify(kept).replace(/"settings":|"trials":|"[a-z0-9/+-]+":\{"|\{"share":/g, "\n$&")
  fs.writeFileSync(FILE, `${perLine}\n`)
}

/** The settings of every seller of a population: what was kept, the middle of its space where nothing was. */
export function settingsFor(kept: Kept | null, population: PopulationName, levers: boolean): SettingsOf {
  return Object.fromEntries(
    roster(levers).map(({ name }) => [name, { ...middleOf(spaceOf(name, levers)), ...kept?.settings[population]?.[name] }])
  )
}

/** Every population's part of a record. */
export function perPopulation<Part>(of: (population: PopulationName) => Part): Record<PopulationName, Part> {
  return Object.fromEntries(POPULATIONS.map(({ name }) => [name, of(name)])) as Record<PopulationName, Part>
}
