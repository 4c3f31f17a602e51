/**
 * Shares a walk's sequences among processes: each its own seed, drawn from the first, and as equal a part as goes.
 *
 * @param {{ runs: number, processes: number, seed: number }} walk
 * @returns {{ runs: number, seed: number }[]} none without a sequence.
 */
export function shareOut({ runs, processes, seed }) {
  const least = Math.floor(runs / processes)
  return Array.from({ length: processes }, (_, index) => ({ runs: least + (index < runs % processes ? 1 : 0), seed: seed + index * 1_000_003 })).filter((share) => share.runs > 0)
}

/**
 * Reads `--runs 1000 --processes 2 --seed 7`, or whichever whole numbers a command takes.
 *
 * @template {Record<string, number>} Read
 * @param {string[]} words
 * @param {Read} otherwise What is read, with the usual values.
 * @returns {Read}
 * @throws {Error} for a word or a number that means nothing.
 */
export function readWalk(words, otherwise) {
  const walk = { ...otherwise }
  for (let at = 0; at < words.length; at += 2) {
    const name = words[at].replace(/^--/, "")
    const value = Number(words[at + 1])
    if (!(name in walk) || !Number.isInteger(value) || value < (name === "seed" ? 0 : 1)) throw new Error(`What is "${words[at]} ${words[at + 1] ?? ""}"? Try whole numbers after ${Object.keys(otherwise).map((each) => `--${each}`).join(", ")}`)
    walk[name] = value
  }
  return walk
}

/**
 * Adds up what the processes of a walk wrote to their logs.
 *
 * @param {{ log: string, passed: boolean }[]} walks
 * @returns {{ sequences: number, diverged: number }}
 */
export function addUp(walks) {
  const sequences = walks.reduce((sum, { log }) => sum + Number(/walk: (\d+) sequences? in/.exec(log)?.[1] ?? 0), 0)
  return { sequences, diverged: walks.filter(({ passed }) => !passed).length }
}
