import process from "node:process"

/** The quickest that {@link yardstick} was seen to be, in milliseconds: on a virtual machine of two cores with quiet neighbours. */
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
 * How many times as long as the reference this machine takes now for the same work; at least 1. On a virtual machine thread time buys less
 * while the neighbours are busy: 1.04 to 1.63 were seen within a minute.
 */
export function slowdown() {
  return Math.max(1, yardstick() / REFERENCE_MS)
}
