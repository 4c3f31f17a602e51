import assert from "node:assert/strict"
import { after, before } from "node:test"
import { openBrowser } from "./browser.mjs"
import { readDemo } from "./demo.mjs"
import { openDashboard } from "./session.mjs"

const PATIENCE_MS = 30_000

/**
 * Opens a browser for the tests of a file and gives each test a logged-in dashboard of its own.
 *
 * @returns {{ demo: object, withDashboard: (body: Function, look?: object) => () => Promise<void> }}
 */
export function journeys() {
  const demo = readDemo()
  let browser
  before(async () => {
    browser = await openBrowser()
  })
  after(async () => {
    await browser?.close()
  })
  const withDashboard = (body, look) => async () => {
    const dashboard = await openDashboard(browser, demo, look)
    dashboard.page.setDefaultTimeout(PATIENCE_MS)
    try {
      await body(dashboard)
      assert.deepEqual(dashboard.errors, [], "the browser's console stays clean")
    } finally {
      await dashboard.context.close()
    }
  }
  return { demo, withDashboard }
}

/** Fills in what every decision needs. */
export async function giveReason(dialog, page, reason, note) {
  await dialog.getByRole("combobox", { name: "Reason" }).click()
  await page.getByRole("option", { name: reason }).click()
  await dialog.getByLabel("Note").fill(note)
}
