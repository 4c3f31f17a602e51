import { chromium } from "playwright-core"
import { browserPath } from "../../scripts/lib/browser-path.mjs"

const ARGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]

/** Starts a browser with a fresh profile. Throws a sentence where none is installed. */
export async function openBrowser() {
  const executablePath = browserPath()
  if (executablePath === null) throw new Error("No browser: install chromium, or name one in CHROMIUM_PATH.")
  return chromium.launch({ executablePath, args: ARGS })
}

/** Widths the admin is looked at in. */
export const DESKTOP = { width: 1440, height: 900 }
export const NARROW = { width: 390, height: 844 }
