import assert from "node:assert/strict"
import { createRequire } from "node:module"
import process from "node:process"
import { after, before } from "node:test"
import { openBrowser } from "../../admin/lib/browser.mjs"
import { readDemo } from "../../admin/lib/demo.mjs"
import { asAdmin, startAfresh } from "../../scripts/lib/shop-client.mjs"

/** Where shop and example are served: beside the store of `npm start`. */
export const SHOP_URL = process.env.SHOP_URL ?? readDemo().shop_url
const PATIENCE_MS = 20_000
const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js")
const SERIOUS = new Set(["serious", "critical"])

/** That a store has no such file is how the widget learns that it keeps files. */
const EXPECTED = /negotiation-files\/none/

/**
 * A browser for the tests of a file; each test gets a page of its own in a shop whose buyer starts afresh.
 *
 * @param {string} email Who buys in this file: each file has a buyer of its own, so that files can't disturb each other.
 */
export function shopping(email) {
  const demo = readDemo()
  const buyer = demo.buyers.find((each) => each.email === email)
  let browser
  before(async () => {
    browser = await openBrowser()
  })
  after(async () => {
    await browser?.close()
  })

  /** @param {(shop: object) => Promise<void>} body @param {object} [look] options of the browser's context, `query` of the page's address */
  const withShop = (body, { query = "", ...look } = {}) => async () => {
    const admin = await asAdmin(demo)
    await startAfresh(admin, buyer.company, "A journey through the shop begins.")
    const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...look })
    context.setDefaultTimeout(PATIENCE_MS)
    const errors = []
    const open = async () => {
      const page = await context.newPage()
      page.on("pageerror", (error) => errors.push(error.message))
      page.on("console", (message) => {
        if (message.type() === "error" && !EXPECTED.test(`${message.text()} ${message.location().url}`)) errors.push(message.text())
      })
      await page.addInitScript((who) => globalThis.sessionStorage.getItem("buyer") ?? globalThis.sessionStorage.setItem("buyer", who), email)
      await page.goto(`${SHOP_URL}/example/${query}`)
      await page.locator("negotiation-cart").locator(".empty, .line h3").first().waitFor()
      return page
    }
    try {
      const page = await open()
      await body({ page, open, admin, demo, buyer, errors, context })
      assert.deepEqual(errors, [], "the browser's console stays clean")
    } finally {
      await context.close()
    }
  }
  return { demo, withShop }
}

/** Puts an article into the cart and waits until its line is there. @returns the line */
export async function addLine(page, variantId, quantity) {
  await page.locator("#add select").selectOption(variantId)
  await page.locator("#add input").fill(String(quantity))
  const title = await page.locator("#add select option:checked").textContent()
  await page.locator("#add button").click()
  // By the whole name: what stands in for an article is called almost as it is.
  const line = page.locator("negotiation-cart .line", { has: page.getByRole("heading", { name: title, exact: true }) })
  await line.waitFor()
  return line
}

/** Opens the form of a line and asks for a price. @returns the panel */
export async function ask(page, line, price) {
  await line.locator(".about .button:not(.soft)").click()
  const panel = page.locator("negotiation-panel")
  await panel.locator("input[name=price]").fill(String(price))
  await panel.locator("form button[type=submit]").click()
  return panel
}

/** What axe finds that keeps somebody out. */
export async function seriousFaults(page) {
  await page.addScriptTag({ path: AXE })
  const { violations } = await page.evaluate(() => globalThis.axe.run())
  return violations.filter(({ impact }) => SERIOUS.has(impact)).flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary?.split("\n")[1]?.trim() ?? ""}`))
}

/** The newest case of a company that a person is to decide. */
export async function caseInReview(admin, company) {
  const { companies } = await admin.get(`/admin/negotiation-companies?q=${encodeURIComponent(company)}`)
  const { negotiations } = await admin.get(`/admin/negotiations?status=in_review&company_id=${companies.find(({ name }) => name === company).id}&limit=1`)
  return (await admin.get(`/admin/negotiations/${negotiations[0].id}`)).negotiation
}
