import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { untilStill } from "../../admin/lib/still.mjs"
import { seriousFaults } from "./faults.mjs"
import { heardIn } from "./heard.mjs"
import { shopping, SHOP_URL } from "./lib.mjs"
import { accept, addLine, ask, askButton, lineOf } from "./steps.mjs"

/** Share of the screen that moves by itself, as Chromium counts it: a tenth is what Web Vitals calls good, this is as good as nothing. */
const STILL = 0.005
/** After this long Chromium takes no move for an answer to the tap any more. */
const AFTER_THE_TAP_MS = 600

/** Counts what moves by itself on a page, from its first byte on. */
const watchShifts = (page) =>
  page.addInitScript(() => {
    globalThis.shifts = 0
    globalThis.moved = []
    new globalThis.PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (entry.hadRecentInput) continue
        globalThis.shifts += entry.value
        globalThis.moved.push(...entry.sources.map(({ node }) => node?.localName ?? "?"))
      }
    }).observe({ type: "layout-shift", buffered: true })
  })

/** Asserts that nothing has moved by itself so far. */
async function assertStill(page, when) {
  await untilStill(page)
  const { shifts, moved } = await page.evaluate(() => ({ shifts: globalThis.shifts, moved: globalThis.moved }))
  assert.ok(shifts <= STILL, `${when}: layout moves by ${shifts} (${moved.join(", ")})`)
}

/** What a path through the pages has that keeps somebody out, by the name of the stop. */
function looking(page) {
  const faults = {}
  return {
    look: async (name) => void (faults[name] = await seriousFaults(page)),
    found: () => Object.entries(faults).filter(([, found]) => found.length > 0),
  }
}

describe("how it looks and feels", () => {
  const { demo, withShop, withExample } = shopping("marcus.webb@borealis.example.com")
  const { story } = demo
  const [article, other] = demo.products
  const PIECES = 100
  const PRICE = Math.round(article.list_unit_price * 0.93 * 100) / 100
  const cart = [[article.variant_id, PIECES], [other.variant_id, 20]]

  for (const colorScheme of ["light", "dark"]) {
    it(
      `${colorScheme}: nothing in the widget keeps anybody out, from the cart to the agreement`,
      withShop(
        async ({ page }) => {
          const { look, found } = looking(page)
          await look("a cart")
          await askButton(lineOf(page, article.title)).click()
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
          await panel.getByRole("button", { name: "Help me choose" }).click()
          await panel.getByRole("button", { name: "Talk to a person" }).waitFor()
          await look("the guided way")
          await page.keyboard.press("Escape")
          await lineOf(page, article.title).getByRole("button", { name: "See the offer" }).click()
          await panel.locator(".option .button").first().click()
          await panel.locator(".good-note").waitFor()
          await look("an agreement")
          await page.keyboard.press("Escape")
          await ask(page, lineOf(page, other.title), Math.round(other.list_unit_price * 60) / 100)
          await panel.getByRole("button", { name: "Talk to a person" }).or(panel.getByRole("heading", { name: "A person is looking at your request" })).first().waitFor()
          if (await panel.getByRole("button", { name: "Talk to a person" }).count()) {
            await panel.getByRole("button", { name: "Talk to a person" }).click()
            await panel.getByRole("button", { name: "Hand over to a person" }).click()
          }
          await panel.getByRole("heading", { name: "A person is looking at your request" }).waitFor()
          await panel.getByLabel("Write to your contact").fill("We can sign today.")
          await panel.getByRole("button", { name: "Send", exact: true }).click()
          await panel.locator(".said", { hasText: "We can sign today." }).waitFor()
          await look("with a person, with messages")
          assert.deepEqual(found(), [])
        },
        { cart, colorScheme }
      )
    )

    it(
      `${colorScheme}: nothing in the shop keeps anybody out, from the login to the list of agreements`,
      withShop(
        async ({ page, buyer }) => {
          const { look, found } = looking(page)
          await look("login")
          await page.getByLabel("E-mail").fill(buyer.email)
          await page.getByRole("button", { name: "Log in" }).click()
          await page.getByRole("link", { name: story.product_title }).waitFor()
          await look("catalogue")
          await page.getByRole("link", { name: story.product_title }).click()
          await page.getByLabel("Pieces").fill("300")
          await look("product")
          await page.getByRole("button", { name: "Add to the cart" }).click()
          const panel = await ask(page, lineOf(page, story.product_title), 118)
          await accept(panel, "support $118")
          await page.keyboard.press("Escape")
          await lineOf(page, story.product_title).getByText("$118 each").waitFor()
          await page.getByRole("link", { name: "To the checkout" }).click()
          const place = page.getByRole("button", { name: "Order on account" })
          await place.waitFor()
          await look("checkout")
          await place.click()
          await page.getByRole("heading", { name: /^Order no\. / }).waitFor()
          await look("order")
          await page.getByRole("link", { name: "Orders" }).first().click()
          await page.getByRole("link", { name: /^No\. / }).first().waitFor()
          await look("orders")
          await page.getByRole("link", { name: "Negotiations" }).click()
          const list = page.locator("negotiation-list")
          await list.locator(".item .chip").first().waitFor()
          await look("negotiations")
          await list.getByRole("tab").nth(1).click()
          await look("agreements")
          await page.locator("nav a[href='#/cart']").click()
          await page.locator("negotiation-cart .empty").waitFor()
          await look("an empty cart")
          assert.deepEqual(found(), [])
        },
        { at: "#/", signedIn: false, colorScheme }
      )
    )
  }

  it(
    "cards with conditions keep what they say inside",
    withShop(
      async ({ page }) => {
        const panel = await ask(page, lineOf(page, story.product_title), 112)
        await panel.locator(".option", { hasText: "paid before delivery" }).waitFor()
        for (const option of await panel.locator(".option").all()) assert.ok(await option.evaluate((each) => each.scrollWidth <= each.clientWidth), "nothing sticks out of its card")
        assert.equal(await panel.getByText("prepay").count(), 0)
      },
      { cart: [[story.variant_id, 300]] }
    )
  )

  it(
    "on a phone nothing sticks out, and everything to tap is large enough",
    withShop(
      async ({ page }) => {
        const panel = await ask(page, lineOf(page, article.title), PRICE)
        await panel.locator(".option").first().waitFor()
        const { wide, small } = await page.evaluate(() => {
          const outer = globalThis.document.querySelector("negotiation-cart").shadowRoot
          const inner = outer.querySelector("negotiation-panel").shadowRoot
          const seen = [globalThis.document, outer, inner].flatMap((root) => [...root.querySelectorAll("button, input, summary, select")])
          const boxes = seen.map((each) => [each.textContent.trim().slice(0, 30), each.getBoundingClientRect()]).filter(([, box]) => box.width > 0)
          return {
            wide: [globalThis.document.documentElement.scrollWidth - globalThis.innerWidth, inner.host.scrollWidth - globalThis.innerWidth].filter((over) => over > 0),
            small: boxes.filter(([, box]) => box.height < 24 || box.width < 24).map(([text]) => text),
          }
        })
        assert.deepEqual({ wide, small }, { wide: [], small: [] })
        assert.deepEqual(await seriousFaults(page), [])
        await page.keyboard.press("Escape")
        for (const address of ["#/", "#/cart", "#/checkout", "#/orders", "#/negotiations"]) {
          await page.goto(`${SHOP_URL}/${address}`)
          await page.locator("main h1").waitFor()
          assert.deepEqual([address, await seriousFaults(page)], [address, []])
        }
      },
      { cart, viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
    )
  )

  it(
    "in German everything is German, from the cart to the agreement, answers of the store included",
    withShop(
      async ({ page }) => {
        const line = lineOf(page, article.title)
        const said = []
        const hear = async (root) => said.push(await heardIn(root))
        await hear(page.locator("negotiation-cart"))
        const panel = await ask(page, line, PRICE)
        await panel.locator(".option h3", { hasText: "Stück" }).first().waitFor()
        await hear(panel)
        await panel.getByRole("button", { name: "Ablehnen" }).waitFor()
        await panel.locator(".option .button").first().click()
        await panel.locator(".good-note").waitFor()
        await hear(panel)
        await page.keyboard.press("Escape")
        await page.goto(`${SHOP_URL}/?lang=de#/negotiations`)
        await page.locator("negotiation-list .item .chip").first().waitFor()
        await hear(page.locator("negotiation-list"))
        assert.match(said.join("\n"), /Annehmen/)
        assert.doesNotMatch(said.join("\n"), /\b(accept|refuse|saves?|piece|pieces|offer|price|agreed|total|until|valid|each|order again|live)\b/i)
      },
      { cart, query: "?lang=de" }
    )
  )

  it(
    "on a phone a line's amounts stay inside, as long as the language writes them",
    withShop(
      async ({ page }) => {
        const amounts = page.locator("negotiation-cart .amounts > *")
        await amounts.last().waitFor()
        const edges = await amounts.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().right))
        assert.equal(edges.length, 3)
        for (const edge of edges) assert.ok(edge <= 390, `${edges}`)
      },
      { cart: [[story.variant_id, 2000]], query: "?lang=fr", viewport: { width: 390, height: 844 } }
    )
  )

  it(
    "from right to left the figures stand on the other side, and nothing sticks out",
    withExample(
      async ({ page }) => {
        const line = await addLine(page, article.variant_id, PIECES)
        const [picture, total] = [await line.locator(".picture").boundingBox(), await line.locator(".total").boundingBox()]
        assert.ok(picture.x > total.x)
        assert.ok((await page.evaluate(() => globalThis.document.documentElement.scrollWidth - globalThis.innerWidth)) <= 0)
      },
      { query: "?dir=rtl" }
    )
  )

  for (const [where, look] of [["on a desk", {}], ["on a phone in German", { query: "?lang=de", viewport: { width: 390, height: 844 } }]]) {
    it(
      `in plain HTML, ${where}: asked, agreed, and in the list beside the cart; on a first visit, and while it loads again, nothing moves by itself`,
      withExample(async ({ page }) => {
        await page.locator("negotiation-list .item, negotiation-list .empty").first().waitFor()
        await assertStill(page, "a first visit with an empty cart")
        const panel = await ask(page, await addLine(page, article.variant_id, PIECES), PRICE)
        await panel.locator(".option .button").first().click()
        await panel.locator(".good-note").waitFor()
        await page.keyboard.press("Escape")
        await page.locator("negotiation-list .item .chip.good").first().waitFor()
        // What is remembered of the cart's room is what it showed last: what was agreed.
        await page.locator("negotiation-cart .line .chip.good").waitFor()
        await page.reload()
        await page.locator("negotiation-cart .line h3").waitFor()
        await page.locator("negotiation-list .item h3").first().waitFor()
        await assertStill(page, "the page again")
      }, { ...look, watch: watchShifts })
    )
  }

  it(
    "nothing moves by itself: not on a first visit to the cart, not when the answer comes",
    withShop(
      async ({ page }) => {
        await askButton(lineOf(page, article.title)).waitFor()
        await assertStill(page, "a first visit")
        let letGo
        const held = new Promise((resolve) => (letGo = resolve))
        await page.route("**/store/price-requests", async (route) => {
          await held
          await route.continue()
        })
        const panel = await ask(page, lineOf(page, article.title), PRICE)
        await panel.locator("[aria-busy=true]").waitFor()
        const tapped = await page.evaluate(() => globalThis.performance.now())
        await page.waitForFunction((time) => globalThis.performance.now() > time, tapped + AFTER_THE_TAP_MS)
        letGo()
        await panel.locator(".option").first().waitFor()
        await assertStill(page, "the answer")
      },
      { cart, watch: watchShifts }
    )
  )
})
