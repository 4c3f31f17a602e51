import fs from "node:fs"
import { chromium } from "playwright-core"

const SYSTEM_CHROMIUM = "/usr/bin/chromium"
const ARGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]

/** Where a browser is: the one named in `CHROMIUM_PATH`, else Debian's, else none. */
export function browserPath() {
  const named = process.env.CHROMIUM_PATH
  if (named) return named
  return fs.existsSync(SYSTEM_CHROMIUM) ? SYSTEM_CHROMIUM : null
}

/** Starts a browser with a fresh profile. Throws a sentence where none is installed. */
export async function openBrowser() {
  const executablePath = browserPath()
  if (executablePath === null) throw new Error("No browser: install chromium, or name one in CHROMIUM_PATH.")
  return chromium.launch({ executablePath, args: ARGS })
}

/** Widths the admin is looked at in. */
export const DESKTOP = { width: 1440, height: 900 }
export const NARROW = { width: 390, height: 844 }
