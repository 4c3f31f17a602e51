import { request } from "../shop-client.mjs"
import { openBrowser } from "../../../admin/lib/browser.mjs"
import { browserPath } from "../browser-path.mjs"

/** Pages of the plugin by their place in the navigation, and the heading each shows. */
const PAGES = ["Negotiations", "Tracking", "Companies", "Pricing policies", "Costs"]
const PATIENCE_MS = 30_000

/**
 * Walks through the plugin's pages of a stock store in a real browser, as the merchant does: follows the
 * navigation. Without a browser on this machine it looks at nothing and says so.
 *
 * @param {string} base Address of the store.
 * @param {{ email: string, password: string }} merchant
 * @returns {Promise<{ what: string, found: unknown, expected: unknown }[]>}
 */
export async function checkPages(base, merchant) {
  if (browserPath() === null) return [{ what: "a browser to look at the pages with", found: "none: not looked at", expected: "none: not looked at" }]
  const browser = await openBrowser()
  try {
    // A production store's session cookie is for https only, so over http every request brings the login itself.
    const login = await request(base, "POST", "/auth/user/emailpass", { body: merchant })
    const page = await browser.newPage({ extraHTTPHeaders: { authorization: `Bearer ${login.data.token}` } })
    const errors = []
    page.on("pageerror", (error) => errors.push(String(error)))
    page.setDefaultTimeout(PATIENCE_MS)
    await page.goto(`${base}/app`)
    const checks = []
    for (const name of PAGES) {
      await page.getByRole("link", { name, exact: true }).first().click()
      const heading = page.getByRole("heading", { name, exact: true }).first()
      const shown = await heading.waitFor().then(() => true, () => false)
      checks.push({ what: `the page ${name} in a browser`, found: shown, expected: true })
    }
    return [...checks, { what: "faults in the browser", found: errors.join("; "), expected: "" }]
  } finally {
    await browser.close()
  }
}
