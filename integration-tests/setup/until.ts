const PATIENCE_MS = 60_000
const BETWEEN_MS = 20

/** Waits until something is so. @throws Error where it never comes true */
export async function until(what: string, holds: () => boolean | Promise<boolean>, patience = PATIENCE_MS): Promise<void> {
  const end = Date.now() + patience
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`It never came true: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS))
  }
}
