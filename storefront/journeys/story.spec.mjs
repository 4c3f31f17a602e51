import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { ask, askButton, caseInReview, lineOf, order, accept } from "./steps.mjs"
import { shopping } from "./lib.mjs"

/** What is said of an agreed price that does not hold with so few pieces. */
const BACK_TO_NORMAL = /From 4,000 pieces on the agreed \$110 applies/

describe("the buyer's story", () => {
  const { demo, withShop } = shopping("tom.reyes@acme.example.com")
  const { story } = demo
  const cart = [[story.variant_id, story.quantity]]
  const storyLine = (page) => lineOf(page, story.product_title)
  const askForIt = (page) => ask(page, storyLine(page), story.target_unit_price)

  it(
    "from the login to a placed order at the agreed price",
    withShop(
      async ({ page, buyer, client }) => {
        await page.getByLabel("E-mail").fill(buyer.email)
        await page.getByRole("button", { name: "Log in" }).click()
        await page.getByRole("link", { name: story.product_title }).click()
        await page.getByRole("heading", { name: "Prices by quantity" }).waitFor()
        await page.getByLabel("Pieces").fill(String(story.quantity))
        await page.getByRole("button", { name: "Add to the cart" }).click()

        const panel = await askForIt(page)
        await accept(panel, "2,000 more pieces support $110")
        await panel.getByRole("button", { name: "Back to the cart" }).click()
        await storyLine(page).getByText("$110 each").waitFor()
        const table = await order(page)
        const [row] = await table.locator("tbody tr").allInnerTexts()
        assert.deepEqual(row.split("\t").slice(1), ["4,000", "$110", "$440,000"])

        const { orders } = await client.get("/store/orders?limit=1&order=-created_at&fields=*items,id,total")
        assert.deepEqual(orders[0].items.map(({ quantity, unit_price }) => [quantity, unit_price]), [[4_000, 110]])
        await page.getByRole("link", { name: "Negotiations" }).click()
        await page.locator("negotiation-list .item", { hasText: "Ordered" }).first().waitFor()
      },
      { at: "#/", signedIn: false }
    )
  )

  it(
    "with less volume the normal price is back, said in words, and one tap brings the agreed one",
    withShop(
      async ({ page }) => {
        const line = storyLine(page)
        await accept(await askForIt(page), "$110")
        await page.keyboard.press("Escape")
        await line.getByText("$110 each").waitFor()
        assert.equal(await line.locator("input.quantity").inputValue(), "4,000")

        await line.locator("input.quantity").fill("2000")
        await line.locator("input.quantity").press("Enter")
        await line.getByText("$120 each").waitFor()
        // Said in words: what the price is now, and what would bring the other one.
        assert.match(await line.locator(".hint p").textContent(), BACK_TO_NORMAL)
        await line.locator(".hint .button.soft").click()
        await line.getByText("$110 each").waitFor()
        assert.equal(await line.locator("input.quantity").inputValue(), "4,000")
      },
      { cart }
    )
  )

  it(
    "refusing leads to a person, and the panel changes by itself when they answer",
    withShop(
      async ({ page, admin, buyer }) => {
        const panel = await askForIt(page)
        await panel.getByRole("button", { name: "Refuse" }).click()
        await panel.getByRole("button", { name: "Refuse the offer" }).click()
        await panel.getByRole("heading", { name: "A person is looking at your request" }).waitFor()
        await panel.getByLabel("Write to your contact").fill("We can sign today.")
        await panel.getByRole("button", { name: "Send", exact: true }).click()
        await panel.locator(".said", { hasText: "We can sign today." }).waitFor()

        const { id, version, lines } = await caseInReview(admin, buyer.company)
        await admin.post(`/admin/negotiations/${id}/counter`, {
          version, reason_code: "relationship", note: "Good customer", message: "For you: 115.",
          lines: [{ line_id: lines[0].id, unit_price: 115 }],
        })
        await panel.locator(".option", { hasText: "$115" }).waitFor()
        await panel.locator(".said", { hasText: "For you: 115." }).waitFor()
        assert.equal(await panel.getByText("From your contact at the seller").count(), 1)
      },
      { cart }
    )
  )

  it(
    "the guided way leads to an offer, and always to a person",
    withShop(
      async ({ page, admin, buyer }) => {
        const panel = await askForIt(page)
        await panel.getByRole("button", { name: "Help me choose" }).click()
        const important = panel.getByRole("button", { name: "Not buying more pieces" })
        await important.waitFor()
        assert.equal(await panel.getByRole("button", { name: "Talk to a person" }).count(), 1)
        await important.click()
        await panel.getByText("This asks for no more pieces:").waitFor()
        await panel.getByRole("button", { name: "Something else matters more" }).click()
        await panel.getByRole("button", { name: "Paying later" }).click()
        await panel.getByText("Nothing on the table serves that.").waitFor()
        await panel.getByRole("button", { name: "Talk to a person" }).click()
        await panel.getByRole("heading", { name: "A person is looking at your request" }).waitFor()
        const { messages } = await caseInReview(admin, buyer.company)
        assert.equal(messages.at(-1)?.message, "What matters most to us is paying later.")
      },
      { cart }
    )
  )

  it(
    "on a phone it is three taps from the cart to the agreement",
    withShop(
      async ({ page }) => {
        let taps = 0
        const tap = async (target) => {
          taps += 1
          await target.tap()
        }
        const panel = page.locator("negotiation-panel")
        await tap(askButton(storyLine(page)))
        // The cursor is in the field already: typing takes no tap.
        await panel.locator("input[name=price]:focus").waitFor()
        await page.keyboard.type(String(story.target_unit_price))
        await tap(panel.locator("form button[type=submit]"))
        await tap(panel.locator(".option", { hasText: "$110" }).getByRole("button", { name: "Accept" }))
        await panel.locator(".good-note").waitFor()
        assert.ok(taps <= 3, `${taps} taps`)
        await page.keyboard.press("Escape")
        await storyLine(page).getByText("$110 each").waitFor()
        for (const address of ["#/", "#/cart", "#/checkout", "#/orders", "#/negotiations"]) {
          await page.goto(new globalThis.URL(address, page.url()).href)
          await page.locator("main h1").waitFor()
          assert.ok((await page.evaluate(() => globalThis.document.documentElement.scrollWidth - globalThis.innerWidth)) <= 0, `${address} sticks out`)
        }
      },
      { cart, viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
    )
  )
})
