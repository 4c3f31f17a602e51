import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { shopping, SHOP_URL } from "./lib.mjs"
import { accept, ask, askButton, lineOf } from "./steps.mjs"

/** What the browser itself says of an answer that is no good news, or of a cut line. */
const told = (errors, pattern) => errors.splice(0, errors.length, ...errors.filter((error) => !pattern.test(error)))

describe("awkward moments", () => {
  const { demo, withShop } = shopping("anna.keller@acme.example.com")
  const { story } = demo
  const cart = [[story.variant_id, story.quantity]]
  const storyLine = (page) => lineOf(page, story.product_title)
  const askForIt = (page) => ask(page, storyLine(page), story.target_unit_price)
  /** A second tab of the same buyer with the offer on its screen, which hears nothing of what happens elsewhere. */
  const deafTab = async (open) => {
    const tab = await open()
    await tab.route("**/store/negotiations/*/events*", () => undefined)
    await storyLine(tab).getByRole("button", { name: "See the offer" }).click()
    const panel = tab.locator("negotiation-panel")
    await panel.locator(".option").first().waitFor()
    return { tab, panel }
  }

  it(
    "what is typed outlives a reload",
    withShop(
      async ({ page }) => {
        await askButton(storyLine(page)).click()
        const price = page.locator("negotiation-panel input[name=price]")
        await price.fill("111")
        await page.reload()
        await price.waitFor()
        assert.equal(await price.inputValue(), "111")
      },
      { cart }
    )
  )

  it(
    "a form closed and opened again before the browser has told of its closing is open, and asks",
    withShop(
      async ({ page }) => {
        await askButton(storyLine(page)).click()
        const panel = page.locator("negotiation-panel")
        await panel.locator("input[name=price]:focus").waitFor()
        await askButton(storyLine(page)).evaluate((button) => {
          button.getRootNode().querySelector("dialog").close()
          button.click()
        })
        await panel.locator("input[name=price]:focus").waitFor()
        await page.keyboard.type("112")
        await page.keyboard.press("Enter")
        await panel.locator(".option").first().waitFor()
      },
      { cart }
    )
  )

  it(
    "a request whose answer never came is finished after a reload, once",
    withShop(
      async ({ page, client }) => {
        let stored
        const reached = new Promise((resolve) => (stored = resolve))
        await page.route("**/store/price-requests", async (route) => {
          await route.fetch()
          stored()
        })
        const panel = await askForIt(page)
        await panel.locator("[aria-busy=true]").waitFor()
        await reached
        await page.unrouteAll({ behavior: "ignoreErrors" })
        await page.reload()
        await panel.locator(".option").first().waitFor()
        assert.equal((await client.get("/store/negotiations?status=awaiting_buyer")).count, 1)
      },
      { cart }
    )
  )

  it(
    "an offer on the table is there after a reload, and can be taken",
    withShop(
      async ({ page }) => {
        const panel = await askForIt(page)
        await panel.locator(".option").first().waitFor()
        await page.reload()
        await accept(panel, "$110")
        await page.keyboard.press("Escape")
        await storyLine(page).getByText("$110 each").waitFor()
      },
      { cart }
    )
  )

  it(
    "of two tabs the second changes by itself when the first accepts, its cart too; a third one's cart when it is looked at again",
    withShop(
      async ({ page, open }) => {
        const panel = await askForIt(page)
        await panel.locator(".option").first().waitFor()
        const third = await open()
        const second = await open()
        await storyLine(second).getByRole("button", { name: "See the offer" }).click()
        const there = second.locator("negotiation-panel")
        await there.locator(".option").first().waitFor()
        await accept(panel, "$110")
        await there.locator(".good-note").waitFor()
        await second.keyboard.press("Escape")
        await storyLine(second).getByText("$110 each").waitFor()
        await storyLine(third).getByText("$120 each").waitFor()
        await third.evaluate(() => globalThis.document.dispatchEvent(new globalThis.Event("visibilitychange")))
        await storyLine(third).getByText("$110 each").waitFor()
      },
      { cart }
    )
  )

  it(
    "a tap on an offer that changed meanwhile takes nothing: words say so, and the offer of now is there",
    withShop(
      async ({ page, open, errors, client }) => {
        const panel = await askForIt(page)
        await panel.locator(".option").first().waitFor()
        const { panel: there } = await deafTab(open)
        await panel.getByRole("button", { name: "Name another price" }).click()
        await panel.locator("form input[type=number]").first().fill("113")
        await panel.getByRole("button", { name: "Send price" }).click()
        const better = panel.locator(".option", { hasText: "$113" })
        await better.waitFor()

        await there.locator(".option", { hasText: "$110" }).getByRole("button", { name: "Accept" }).click()
        await there.getByRole("alert").getByText("The negotiation has changed meanwhile. Look at it again.").waitFor()
        await there.locator(".option", { hasText: "$113" }).waitFor()
        assert.equal((await client.get("/store/negotiations?status=agreed")).count, 0)
        told(errors, /409/)
      },
      { cart }
    )
  )

  it(
    "a tap that comes after the other tab's accept shows what was agreed",
    withShop(
      async ({ page, open, errors, client }) => {
        const panel = await askForIt(page)
        await panel.locator(".option").first().waitFor()
        const { tab, panel: there } = await deafTab(open)
        await accept(panel, "$110")
        await there.locator(".option", { hasText: "$118" }).getByRole("button", { name: "Accept" }).click()
        await there.locator(".good-note").getByText("$110").waitFor()
        await tab.keyboard.press("Escape")
        await storyLine(tab).getByText("$110 each").waitFor()
        const { negotiations } = await client.get("/store/negotiations?status=agreed")
        assert.deepEqual(negotiations.map(({ agreement }) => agreement.lines[0].unit_price), [110])
        told(errors, /409/)
      },
      { cart }
    )
  )

  it(
    "without a connection nothing is lost: it says so, and the same request goes through afterwards",
    withShop(
      async ({ page, context, errors }) => {
        await askButton(storyLine(page)).click()
        const panel = page.locator("negotiation-panel")
        await panel.locator("input[name=price]").fill(String(story.target_unit_price))
        await context.setOffline(true)
        await panel.locator("form button[type=submit]").click()
        await panel.getByText("The store can't be reached.").waitFor()
        await context.setOffline(false)
        await panel.getByRole("button", { name: "Try again" }).click()
        await panel.locator(".option").first().waitFor()
        told(errors, /ERR_INTERNET_DISCONNECTED/)
      },
      { cart }
    )
  )

  it(
    "a delivery chosen and the order placed with the next tap: what was chosen is waited for, and the order travels by it",
    withShop(
      async ({ page, client }) => {
        await page.goto(`${SHOP_URL}/#/checkout`)
        const place = page.getByRole("button", { name: "Order on account" })
        await place.waitFor()
        const steps = []
        let tapped
        const both = new Promise((resolve) => (tapped = resolve))
        page.on("request", (request) => request.method() === "POST" && steps.push(request.url().split("/").at(-1)))
        page.on("response", (response) => response.url().endsWith("/shipping-methods") && response.request().method() === "POST" && steps.push("chosen"))
        await page.route("**/shipping-methods", async (route) => {
          await both
          await route.continue()
        })
        await page.getByRole("radio", { name: /Consolidated freight/ }).check()
        await place.click()
        tapped()
        await page.getByRole("heading", { name: /^Order no\. / }).waitFor()
        assert.deepEqual([steps.slice(0, 2), steps.at(-1)], [["shipping-methods", "chosen"], "complete"])
        const { orders } = await client.get("/store/orders?limit=1&order=-created_at&fields=id,*shipping_methods")
        assert.match(orders[0].shipping_methods.map(({ name }) => name).join(), /^Consolidated freight/)
      },
      { cart }
    )
  )

  it(
    "an agreed price that no longer holds is not ordered behind the buyer's back",
    withShop(
      async ({ page, admin, client, errors }) => {
        const panel = await askForIt(page)
        await accept(panel, "$110")
        const [{ id }] = (await client.get("/store/agreements?limit=1")).agreements
        await page.goto(`${SHOP_URL}/#/checkout`)
        const place = page.getByRole("button", { name: "Order on account" })
        await place.waitFor()
        await admin.post(`/admin/negotiation-agreements/${id}/revoke`, { reason_code: "other", note: "A journey." })
        await place.click()
        await page.getByRole("alert").getByText("An agreed price no longer holds.").waitFor()
        await page.locator("form").getByText("4,000 × $120").waitFor()
        await page.locator("nav a[href='#/cart']").click()
        await storyLine(page).getByText("$120 each").waitFor()
        told(errors, /409/)
      },
      { cart }
    )
  )
})
