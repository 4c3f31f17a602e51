import { Divergence } from "./divergence"

const PATIENCE_MS = 20_000
const BETWEEN_MS = 10

/** Waits until something is true. @throws Divergence where it never comes true. */
export async function until(what: string, condition: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE_MS
  while (!(await condition())) {
    if (Date.now() > end) throw new Divergence(`It never came true: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS))
  }
}
