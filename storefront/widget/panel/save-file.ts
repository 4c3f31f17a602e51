/** How long the browser needs the address of a file it saves. */
const SAVED_MS = 60_000

/** Saves what the page has read: only the buyer's login may read it, so no link can. */
export function saveFile(content: Blob, name: string): void {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(content), download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), SAVED_MS)
}
