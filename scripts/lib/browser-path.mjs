import fs from "node:fs"
import process from "node:process"

const SYSTEM_CHROMIUM = "/usr/bin/chromium"

/** @returns {string | null} where a browser is: the one named in `CHROMIUM_PATH`, else Debian's, else none. Needs no package. */
export function browserPath() {
  const named = process.env.CHROMIUM_PATH
  if (named) return named
  return fs.existsSync(SYSTEM_CHROMIUM) ? SYSTEM_CHROMIUM : null
}
