import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { shopping } from "./lib.mjs"
import { askButton, caseInReview, lineOf } from "./steps.mjs"

/** Name of what the keyboard is on, through all shadow roots: a field's name, else its words. */
const focused = (page) =>
  page.evaluate(() => {
    let at = globalThis.document.activeElement
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
    return at?.getAttribute("name") ?? at?.textContent?.trim() ?? ""
  })

/** Goes on with the tabulator until the keyboard is on something. */
async function tabTo(page, wanted, most = 60) {
  for (let tabs = 0; !(await focused(page)).startsWith(wanted); tabs += 1) {
    assert.ok(tabs < most, `"${wanted}" is within reach, not only "${await focused(page)}"`)
    await page.keyboard.press("Tab")
  }
}

/** What is told to who can't see where the case stands. */
const heard = (panel) => panel.locator("p.hidden").first().textContent()

describe("with the keyboard alone", () => {
  const { demo, withShop } = shopping("marcus.webb@borealis.example.com")
  const { story } = demo

  it(
    "from the login over another price to the placed order, and always back to where one was",
    withShop(
      async ({ page, buyer, client }) => {
        const press = (key) => page.keyboard.press(key)
        const go = async (wanted, most) => {
          await tabTo(page, wanted, most)
          await press("Enter")
        }
        const panel = page.locator("negotiation-panel")
        await tabTo(page, "email")
        await press("Control+a")
        await page.keyboard.type(buyer.email)
        await press("Enter")
        await page.getByRole("link", { name: story.product_title }).waitFor()
        await go(story.product_title, 200)
        await page.getByLabel("Pieces").waitFor()
        await tabTo(page, "quantity")
        await press("Control+a")
        await page.keyboard.type("300")
        await go("Add to the cart")
        await askButton(lineOf(page, story.product_title)).waitFor()
        await go("Ask for a better price")
        await panel.locator("input[name=price]:focus").waitFor()
        await press("Escape")
        // Nothing asked: the keyboard is on what opened the form.
        assert.equal(await focused(page), "Ask for a better price")
        await press("Enter")
        await panel.locator("input[name=price]:focus").waitFor()
        await page.keyboard.type("112")
        await press("Enter")
        await panel.locator(".option").first().waitFor()
        await go("Name another price")
        await panel.locator("h3:focus").waitFor()
        await press("Tab")
        await press("Control+a")
        await page.keyboard.type("118")
        await press("Enter")
        await panel.locator(".option", { hasText: "$118" }).first().waitFor()
        await go("Accept")
        await panel.locator(".good-note h3:focus").waitFor()
        assert.equal(await focused(page), "Agreed")
        await press("Escape")
        assert.equal(await page.locator("negotiation-cart dialog[open]").count(), 0)
        await go("To the checkout")
        await page.getByRole("button", { name: "Order on account" }).or(page.getByRole("button", { name: "Pay in advance and order" })).waitFor()
        await tabTo(page, "Order on account")
        await press("Enter")
        await page.getByRole("heading", { name: /^Order no\. / }).waitFor()
        assert.equal((await client.get("/store/negotiations?status=awaiting_buyer")).count, 0)
      },
      { at: "#/", signedIn: false }
    )
  )

  it(
    "an offer is refused, with a reason, and the keyboard goes on where the answer is",
    withShop(
      async ({ page, admin, buyer }) => {
        const panel = page.locator("negotiation-panel")
        await tabTo(page, "Ask for a better price")
        await page.keyboard.press("Enter")
        await panel.locator("input[name=price]:focus").waitFor()
        await page.keyboard.type("112")
        await page.keyboard.press("Enter")
        await panel.locator(".option").first().waitFor()
        await tabTo(page, "Refuse")
        await page.keyboard.press("Enter")
        await panel.locator("h3:focus").waitFor()
        await page.keyboard.press("Tab")
        await page.keyboard.press("ArrowDown")
        assert.ok(await panel.getByRole("radio", { name: "The quantity is too large" }).isChecked())
        await tabTo(page, "Refuse the offer")
        await page.keyboard.press("Enter")
        await panel.locator("h3:focus", { hasText: "A person is looking at your request" }).waitFor()
        assert.equal(await heard(panel), "With your sales contact")
        const { id, version, lines } = await caseInReview(admin, buyer.company)
        await admin.post(`/admin/negotiations/${id}/counter`, { version, reason_code: "relationship", note: "A journey.", lines: [{ line_id: lines[0].id, unit_price: 116 }] })
        // What the keyboard was on is gone: it goes on where the answer is, which is told too.
        await panel.locator("section:focus .option", { hasText: "$116" }).waitFor()
        assert.equal(await heard(panel), "Our offer")
        await page.keyboard.press("Escape")
        // What opened the sheet is gone: the keyboard is on what came in its place.
        await page.waitForFunction(() => globalThis.document.querySelector("negotiation-cart").shadowRoot.activeElement?.textContent.trim() === "See the offer")
        await page.keyboard.press("Enter")
        await panel.locator("section:focus").waitFor()
      },
      { cart: [[story.variant_id, 300]] }
    )
  )

  it(
    "leaving a form, changing a quantity and rating keep the keyboard where it is, and nobody who types is fetched away",
    withShop(
      async ({ page }) => {
        const panel = page.locator("negotiation-panel")
        const line = lineOf(page, story.product_title)
        await line.locator("input.quantity").focus()
        await page.keyboard.press("Control+a")
        await page.keyboard.type("310")
        const saved = page.waitForResponse((answer) => answer.url().includes("/line-items/"))
        await page.keyboard.press("Enter")
        await saved
        await line.locator("input.quantity:not([readonly]):focus").waitFor()
        assert.equal(await line.locator("input.quantity").inputValue(), "310")

        await tabTo(page, "Ask for a better price")
        await page.keyboard.press("Enter")
        await panel.locator("input[name=price]:focus").waitFor()
        await page.keyboard.type("118")
        await page.keyboard.press("Enter")
        await panel.locator("section:focus .option").first().waitFor()
        for (const [form, back] of [["Name another price", "Cancel"], ["Help me choose", "Back"]]) {
          // What is in the part the keyboard is on now begins with the name of its first button.
          await page.keyboard.press("Tab")
          await tabTo(page, form)
          await page.keyboard.press("Enter")
          await panel.locator("section.sheet h3:focus, form.sheet h3:focus").waitFor()
          await tabTo(page, back)
          await page.keyboard.press("Enter")
          await panel.locator("section:focus .option").first().waitFor()
        }
        await tabTo(page, "Accept")
        await page.keyboard.press("Enter")
        await panel.locator(".good-note h3:focus").waitFor()
        await tabTo(page, "4")
        await page.keyboard.press("Enter")
        await panel.locator("p:focus", { hasText: "Thank you." }).waitFor()
        await page.keyboard.press("Escape")
        await page.waitForFunction(() => globalThis.document.querySelector("negotiation-cart").shadowRoot.activeElement?.textContent.trim() === "Ask for a better price")

        // Under a cart of the page's own the article is named to who can't see it.
        const bare = await page.evaluate(() => {
          const cart = globalThis.document.querySelector("negotiation-cart")
          cart.lineItemId = cart.shadowRoot.querySelector(".line [id^=title-]").id.slice("title-".length)
          return cart.updateComplete.then(() => [...cart.shadowRoot.querySelectorAll("[aria-describedby]")].map((each) => cart.shadowRoot.getElementById(each.getAttribute("aria-describedby"))?.textContent))
        })
        assert.deepEqual(bare, [story.product_title])
      },
      { cart: [[story.variant_id, 300]] }
    )
  )
})
