import process from "node:process"

/** What {@link yardstick} takes, in milliseconds, on the machine the budget was set on while nothing else ran. */
export const REFERENCE_MS = 15.5
const TRIES = 9
const ROWS = 12_000

/** A fixed piece of work of the kind a page does: text made, read, sorted and put together. */
function work() {
  const rows = Array.from({ length: ROWS }, (_, index) => ({ id: `line_${(index * 7_919) % ROWS}`, price: (index * 104_729) % 10_007, title: `Article ${index}` }))
  const read = JSON.parse(JSON.stringify(rows))
  read.sort((left, right) => left.price - right.price || (left.id < right.id ? -1 : 1))
  return read.map(({ id, price, title }) => `<li id="${id}">${title}: ${price.toFixed(2)}</li>`).join("").length
}

/** Milliseconds of processor time for {@link work}: the quickest of several tries. */
export function yardstick() {
  const tries = Array.from({ length: TRIES }, () => {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1_000
  })
  return Math.min(...tries)
}

/**
 * How many times as long as on the reference machine this one takes now for the same work; at least 1. On a virtual machine the same
 * thread time buys less while the neighbours are busy: by up to half was seen.
 */
export function slowdown() {
  return Math.max(1, yardstick() / REFERENCE_MS)
}
