import { getFile } from "./http"

/** How long the browser needs the address of a file it was told to keep. */
const KEPT_MS = 60_000

/** Downloads a file that only a logged-in person may read: a plain link would carry no token. Rejects as {@link getFile} does. */
export async function openFile(path: string, name: string): Promise<void> {
  const address = URL.createObjectURL(await getFile(path))
  const link = Object.assign(document.createElement("a"), { href: address, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS)
}
