/** A failure that is told to the user in its own words, without a stack. */
export class Sentence extends Error {}

/** @param {string} text One line on standard output. */
export function say(text) {
  process.stdout.write(`${text}\n`)
}

const SILENT_MS = 2_000
const STILL_AT_IT_MS = 30_000

/**
 * Runs one step of a command. A step that takes longer than two seconds is announced, and says how long it took.
 *
 * @template T
 * @param {string} name What is done, as the user reads it.
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const started = Date.now()
  const seconds = () => Math.round((Date.now() - started) / 1000)
  let announced = false
  const announce = setTimeout(() => {
    announced = true
    say(`… ${name}`)
  }, SILENT_MS)
  const remind = setInterval(() => say(`… ${name}: still at it after ${seconds()} s`), STILL_AT_IT_MS)
  try {
    const result = await work()
    if (announced) say(`✓ ${name} (${seconds()} s)`)
    return result
  } finally {
    clearTimeout(announce)
    clearInterval(remind)
  }
}
