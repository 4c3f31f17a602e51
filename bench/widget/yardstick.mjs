import { execFileSync } from "node:child_process"
import process from "node:process"
import { fileURLToPath } from "node:url"

/** What {@link yardstick} took on the reference machine: two quiet cores of an EPYC. */
export const REFERENCE_MS = 86
const TRIES = 5
const ROWS = 12_000
const CHILD = "measure"

/** A fixed piece of work of the kind a page does as it opens: text made, read, sorted and put together, and a number written. */
function work() {
  const rows = Array.from({ length: ROWS }, (_, index) => ({ id: `line_${(index * 7_919) % ROWS}`, price: (index * 104_729) % 10_007, title: `Article ${index}` }))
  const read = JSON.parse(JSON.stringify(rows))
  read.sort((left, right) => left.price - right.price || (left.id < right.id ? -1 : 1))
  const price = new Intl.NumberFormat("en", { minimumFractionDigits: 2 })
  return read.map((row) => `<li id="${row.id}">${row.title}: ${price.format(row.price)}</li>`).join("").length
}

/**
 * Milliseconds of processor time a new process takes for {@link work} from its start: the quickest of several. New each time as a page is
 * each time: on a virtual machine what is touched for the first time costs more, and not as much more as what runs warm.
 */
export function yardstick() {
  return Math.min(...Array.from({ length: TRIES }, () => Number(execFileSync(process.execPath, [fileURLToPath(import.meta.url), CHILD], { encoding: "utf8" }))))
}

/** How many times as long as the reference this machine takes now for the same work; at least 1. */
export function slowdown() {
  return Math.max(1, yardstick() / REFERENCE_MS)
}

if (process.argv[1] === fileURLToPath(import.meta.url) && process.argv[2] === CHILD) {
  work()
  const { user, system } = process.cpuUsage()
  process.stdout.write(String((user + system) / 1_000))
}
