const number = (name: string, otherwise: number) => {
  const given = Number(process.env[name])
  return Number.isFinite(given) && process.env[name] ? given : otherwise
}

/** How far the walk goes, from the environment. */
export const SETTINGS = {
  /** Sequences: `WALK_RUNS`. */
  runs: number("WALK_RUNS", 60),
  /** Longest sequence: `WALK_LENGTH`. */
  length: number("WALK_LENGTH", 40),
  /** Where the randomness starts, printed by every run: `WALK_SEED`. */
  seed: number("WALK_SEED", Date.now() % 2 ** 31),
  /** A counterexample to walk again, with its seed: `WALK_PATH` and `WALK_REPLAY`, as a failed run prints them. */
  path: process.env["WALK_PATH"] ?? "",
  replay: process.env["WALK_REPLAY"] ?? "",
  /** Minutes after which no counterexample is shrunk any further; a walk that has not ended by then has failed: `WALK_MINUTES`. */
  minutes: number("WALK_MINUTES", 30),
}
