/** Runs of each property in one go: some minutes, so that a failure is not waited for too long. */
export const RUNS_AT_ONCE = 5_000
/** What ENGINE.md asks for. */
export const EVENTS = 1_000_000

/**
 * @param {string} lines What each test file left: one JSON a line.
 * @returns {{ events: number, properties: number, runs: number }} their sums.
 */
export function addTallies(lines) {
  const sum = { events: 0, properties: 0, runs: 0 }
  for (const line of lines.split("\n").filter((each) => each !== "")) {
    const { events, properties, runs } = JSON.parse(line)
    sum.events += events
    sum.properties += properties
    sum.runs += runs
  }
  return sum
}
