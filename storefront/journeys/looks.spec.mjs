import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { addLine, ask, seriousFaults, shopping } from "./lib.mjs"

/** Words of the seller's own that no page may receive. */
const SECRETS = /"(cost|unit_cost|floor|floor_unit_price|margin|contribution|policy|policy_id|policy_version|trace|notes|suggestion|profile|break_even_quantity)"/
/** Share of the screen that moves by itself, as Chromium counts it: what Web Vitals calls good. */
const STILL = 0.1
const EVALUATED_MS = 50

describe("how it looks and feels", () => {
  const { demo, withShop } = shopping("marcus.webb@borealis.example.com")
  const [article, other] = demo.products
  const PIECES = 100
  const PRICE = Math.round(article.list_unit_price * 0.93 * 100) / 100

  for (const colorScheme of ["light", "dark"]) {
    it(
      `${colorScheme}: nothing that keeps anybody out, from the cart to the agreement`,
      withShop(async ({ page }) => {
        const faults = {}
        const look = async (name) => {
          // Colours fade in: what is on its way is no fault.
          await page.evaluate(() => Promise.all(globalThis.document.getAnimations().map((animation) => animation.finished.catch(() => null))))
          faults[name] = await seriousFaults(page)
        }
        await look("an empty cart")
        await addLine(page, other.variant_id, 20)
        const line = await addLine(page, article.variant_id, PIECES)
        await look("a cart")
        await line.locator(".about .button:not(.soft)").click()
        const panel = page.locator("negotiation-panel")
        for (const summary of await panel.locator("summary").all()) await summary.click()
        await panel.locator("form button[type=submit]").click()
        await look("a form with a fault")
        await panel.locator("input[name=price]").fill(String(PRICE))
        await panel.locator("form button[type=submit]").click()
        await panel.locator(".option").first().waitFor()
        for (const summary of await panel.locator("summary").all()) await summary.click()
        await look("a menu")
        for (const view of ["Name another price", "Talk to a person", "Refuse"]) {
          await panel.locator(".actions").getByRole("button", { name: view }).click()
          await look(view)
          await panel.getByRole("button", { name: "Cancel" }).click()
        }
        await panel.locator(".option .button").first().click()
        await panel.locator(".good-note").waitFor()
        await look("an agreement")
        await page.keyboard.press("Escape")
        await page.locator("negotiation-list [role=tab]").nth(1).click()
        await look("the list of agreements")
        assert.deepEqual(Object.entries(faults).filter(([, found]) => found.length > 0), [])
      }, { colorScheme })
    )
  }

  it(
    "with the keyboard alone, from the cart to the agreement and back to where one was",
    withShop(async ({ page }) => {
      const line = await addLine(page, article.variant_id, PIECES)
      const focused = () => page.evaluate(() => {
        let at = globalThis.document.activeElement
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
        return at?.getAttribute("name") ?? at?.textContent?.trim() ?? ""
      })
      const button = line.locator(".about .button:not(.soft)")
      await button.focus()
      await page.keyboard.press("Enter")
      await page.locator("negotiation-panel input[name=price]").waitFor()
      assert.equal(await focused(), "price")
      await page.keyboard.type(String(PRICE))
      await page.keyboard.press("Enter")
      await page.locator("negotiation-panel .option").first().waitFor()
      for (let tabs = 0; (await focused()) !== "Accept"; tabs += 1) {
        assert.ok(tabs < 20, "the button is within reach")
        await page.keyboard.press("Tab")
      }
      await page.keyboard.press("Enter")
      await page.locator("negotiation-panel .good-note").waitFor()
      assert.equal(await focused(), "Agreed")
      await page.keyboard.press("Escape")
      assert.equal(await page.locator("negotiation-cart dialog[open]").count(), 0)
    })
  )

  it(
    "cards with conditions keep what they say inside, and the cart shows the discount once it is agreed",
    withShop(async ({ page }) => {
      const panel = await ask(page, await addLine(page, demo.story.variant_id, 300), 112)
      const card = panel.locator(".option", { hasText: "paid before delivery" })
      await card.waitFor()
      for (const option of await panel.locator(".option").all()) assert.ok(await option.evaluate((each) => each.scrollWidth <= each.clientWidth), "nothing sticks out of its card")
      assert.equal(await panel.getByText("prepay").count(), 0)
      await card.getByRole("button", { name: "Accept" }).click()
      await panel.getByText("1.25% off while you keep the agreed way to pay.").waitFor()
      await page.keyboard.press("Escape")
      await page.locator("negotiation-cart .foot").getByText("$35,550").waitFor()
    })
  )

  it(
    "on a phone nothing sticks out, and everything to tap is large enough",
    withShop(async ({ page }) => {
      const line = await addLine(page, article.variant_id, PIECES)
      const panel = await ask(page, line, PRICE)
      await panel.locator(".option").first().waitFor()
      const { wide, small } = await page.evaluate(() => {
        const roots = [globalThis.document, ...[...globalThis.document.querySelectorAll("negotiation-cart, negotiation-list")].map((each) => each.shadowRoot)]
        const inner = roots[1].querySelector("negotiation-panel")?.shadowRoot
        const seen = [...roots, inner].flatMap((root) => [...(root?.querySelectorAll("button, input, summary, select") ?? [])])
        const boxes = seen.map((each) => [each.textContent.trim().slice(0, 30), each.getBoundingClientRect()]).filter(([, box]) => box.width > 0)
        return {
          wide: [globalThis.document.documentElement.scrollWidth - globalThis.innerWidth, (inner?.host.scrollWidth ?? 0) - globalThis.innerWidth].filter((over) => over > 0),
          small: boxes.filter(([, box]) => box.height < 24 || box.width < 24).map(([text]) => text),
        }
      })
      assert.deepEqual({ wide, small }, { wide: [], small: [] })
    }, { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })
  )

  it(
    "from right to left the figures stand on the other side, and nothing sticks out",
    withShop(async ({ page }) => {
      const line = await addLine(page, article.variant_id, PIECES)
      const [picture, total] = [await line.locator(".picture").boundingBox(), await line.locator(".total").boundingBox()]
      assert.ok(picture.x > total.x)
      assert.ok((await page.evaluate(() => globalThis.document.documentElement.scrollWidth - globalThis.innerWidth)) <= 0)
    }, { query: "?dir=rtl" })
  )

  it(
    "in German everything is German, answers of the store included",
    withShop(async ({ page }) => {
      const panel = await ask(page, await addLine(page, article.variant_id, PIECES), PRICE)
      await panel.locator(".option h3", { hasText: "Stück" }).first().waitFor()
      assert.equal(await panel.getByText(/Accept|Refuse|You save|per piece/).count(), 0)
      await panel.getByRole("button", { name: "Ablehnen" }).waitFor()
    }, { query: "?lang=de" })
  )

  it(
    "what the page receives tells nothing of costs, floors and policies",
    withShop(async ({ page }) => {
      const received = []
      page.on("response", async (response) => {
        if (response.url().startsWith(demo.backend_url)) received.push(await response.text().catch(() => ""))
      })
      const panel = await ask(page, await addLine(page, article.variant_id, PIECES), PRICE)
      await panel.locator(".option").first().waitFor()
      await panel.getByRole("button", { name: "Refuse" }).click()
      await panel.getByRole("button", { name: "Refuse the offer" }).click()
      await panel.locator(".note").first().waitFor()
      assert.ok(received.length > 5)
      for (const body of received) assert.doesNotMatch(body, SECRETS)
    })
  )

  it(
    "nothing moves by itself, and the script is quick",
    withShop(async ({ page, context }) => {
      await addLine(page, article.variant_id, PIECES)
      await page.addInitScript(() => {
        globalThis.shifts = 0
        new globalThis.PerformanceObserver((list) => {
          for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shifts += entry.value
        }).observe({ type: "layout-shift", buffered: true })
      })
      await page.reload()
      await page.locator("negotiation-cart .line h3").waitFor()
      await page.locator("negotiation-list").locator(".item h3, .empty").first().waitFor()
      assert.ok((await page.evaluate(() => globalThis.shifts)) <= STILL, `layout moves by ${await page.evaluate(() => globalThis.shifts)}`)
      const devtools = await context.newCDPSession(page)
      await devtools.send("Performance.enable", { timeDomain: "threadTicks" })
      const busy = async () => (await devtools.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration").value * 1_000
      const before = await busy()
      await page.evaluate(() => import(`/widget/index.mjs?again=${Math.random()}`).then(() => null))
      const took = (await busy()) - before
      assert.ok(took <= EVALUATED_MS, `evaluated in ${Math.round(took)} ms`)
    })
  )
})
