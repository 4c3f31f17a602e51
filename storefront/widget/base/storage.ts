/** What outlives a reload of this tab, and nothing else: drafts and commands on their way. Never throws: storage may be off. */
const PREFIX = "medusa-negotiation:"

/** What was kept under a name; null where there is nothing. */
export function recall<Value>(name: string): Value | null {
  try {
    return JSON.parse(sessionStorage.getItem(PREFIX + name) ?? "null") as Value | null
  } catch {
    return null
  }
}

/** Keeps something under a name; null forgets it. */
export function keep(name: string, value: unknown): void {
  try {
    if (value === null) sessionStorage.removeItem(PREFIX + name)
    else sessionStorage.setItem(PREFIX + name, JSON.stringify(value))
  } catch {
    // Private windows and full storage: the page works, a reload forgets.
  }
}

/** Forgets everything that was kept: it was one buyer's. */
export function forgetBuyer(): void {
  try {
    for (const name of Object.keys(sessionStorage)) if (name.startsWith(PREFIX)) sessionStorage.removeItem(name)
  } catch {
    // Where nothing can be kept there is nothing to forget.
  }
}
