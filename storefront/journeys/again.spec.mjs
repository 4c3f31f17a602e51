import assert from "node:assert/strict"
import fs from "node:fs"
import { describe, it } from "node:test"
import { seriousFaults } from "./faults.mjs"
import { shopping, SHOP_URL } from "./lib.mjs"
import { ask, lineOf, order } from "./steps.mjs"

describe("again, back, and out", () => {
  const { demo, withShop } = shopping("sanne.devries@evergreen.example.com")
  const { story } = demo
  const other = demo.products[3]
  const storyLine = (page) => lineOf(page, story.product_title)
  const cart = [[story.variant_id, story.quantity]]
  const inCart = (page) => page.locator("nav a[href='#/cart']")
  /** A third under the price of now, in whatever currency that is. */
  const lower = async (page) => Math.round(Number((await storyLine(page).locator(".prices .number").first().innerText()).replace(/[^\d.]/g, "")) * 0.92)

  /** Opens the offer from where the cart tells of it, and takes it. */
  const takeOffer = async (page, from) => {
    const panel = page.locator("negotiation-panel")
    await from.getByRole("button", { name: "See the offer" }).click()
    await panel.locator(".option.best .button").click()
    await panel.locator(".good-note").waitFor()
    await page.keyboard.press("Escape")
    await storyLine(page).getByText("Agreed price", { exact: false }).waitFor()
  }
  /** Asks for less, and takes the article out of the cart while the offer stands. */
  const takeOut = async (page) => {
    const panel = await ask(page, storyLine(page), await lower(page))
    await panel.locator(".option").first().waitFor()
    await page.keyboard.press("Escape")
    await storyLine(page).getByRole("button", { name: "Remove" }).click()
  }

  it(
    "what was agreed is ordered again into the cart one has, beside what lies in it",
    withShop(
      async ({ page, client }) => {
        const panel = await ask(page, storyLine(page), await lower(page))
        await panel.locator(".option.best .button").click()
        await panel.locator(".good-note").waitFor()
        await page.keyboard.press("Escape")
        await order(page)
        await page.goto(`${SHOP_URL}/#/`)
        await page.getByRole("link", { name: other.title }).click()
        await page.getByLabel("Pieces").fill("50")
        await page.getByRole("button", { name: "Add to the cart" }).click()
        await lineOf(page, other.title).waitFor()
        const before = await page.evaluate(() => globalThis.sessionStorage.getItem("shop:cart"))

        await page.getByRole("link", { name: "Negotiations" }).click()
        const list = page.locator("negotiation-list")
        await list.getByRole("tab").nth(1).click()
        await list.getByRole("button", { name: "Order again" }).first().click()
        await list.getByText("It is in your cart at the agreed price.").waitFor()
        await inCart(page).getByText("2", { exact: true }).waitFor()
        await inCart(page).click()
        await storyLine(page).getByText("Agreed price", { exact: false }).waitFor()
        await lineOf(page, other.title).waitFor()
        assert.equal(await page.evaluate(() => globalThis.sessionStorage.getItem("shop:cart")), before)
        const { agreements } = await client.get("/store/agreements?status=active&limit=1")
        const { cart: found } = await client.get(`/store/carts/${before}`)
        const line = found.items.find(({ variant_id }) => variant_id === story.variant_id)
        assert.deepEqual([line.unit_price, line.quantity], [agreements[0].lines[0].unit_price, agreements[0].lines[0].min_quantity])
      },
      { cart }
    )
  )

  it(
    "a request is withdrawn, the offer is had on paper before, and one can ask again",
    withShop(
      async ({ page, client }) => {
        const panel = await ask(page, storyLine(page), await lower(page))
        await panel.locator(".option").first().waitFor()
        const download = page.waitForEvent("download")
        await panel.getByRole("button", { name: "Save as PDF" }).click()
        const paper = await download
        assert.match(paper.suggestedFilename(), /^\d+\.pdf$/)
        assert.equal(fs.readFileSync(await paper.path()).subarray(0, 5).toString(), "%PDF-")

        await panel.getByRole("button", { name: "Refuse" }).click()
        await panel.getByRole("button", { name: "Withdraw the request" }).click()
        await panel.getByRole("heading", { name: "This request is closed" }).waitFor()
        await panel.locator(".chip", { hasText: "Withdrawn" }).waitFor()
        assert.equal((await client.get("/store/negotiations?status=awaiting_buyer")).count, 0)
        await panel.getByRole("button", { name: "Ask again" }).click()
        await panel.locator("input[name=price]").waitFor()
        await page.keyboard.press("Escape")
        await storyLine(page).getByRole("button", { name: "Ask for a better price" }).waitFor()
      },
      { cart }
    )
  )

  it(
    "an article taken out while an offer on it stands: the cart says that it goes on, after a reload too, and accepting puts it back",
    withShop(
      async ({ page, client }) => {
        await takeOut(page)
        const goesOn = page.locator("negotiation-cart .left-out", { hasText: `${story.product_title} is no longer in your cart. Your request goes on` })
        await goesOn.getByText("An offer is waiting").waitFor()
        await page.locator("negotiation-cart .empty").waitFor()
        await page.reload()
        await goesOn.waitFor()
        assert.deepEqual(await seriousFaults(page), [])
        assert.equal((await client.get("/store/negotiations?status=awaiting_buyer")).count, 1)

        await takeOffer(page, goesOn)
        assert.equal(await goesOn.count(), 0)
      },
      { cart }
    )
  )

  it(
    "an article taken out and put back: the offer waits on its new line, and is taken there",
    withShop(
      async ({ page, client }) => {
        await takeOut(page)
        await page.locator("negotiation-cart .left-out").waitFor()
        const cartId = await page.evaluate(() => globalThis.sessionStorage.getItem("shop:cart"))
        await client.post(`/store/carts/${cartId}/line-items`, { variant_id: story.variant_id, quantity: story.quantity })
        await page.reload()
        await storyLine(page).getByText("An offer is waiting").waitFor()
        assert.equal(await page.locator("negotiation-cart .left-out").count(), 0)

        await takeOffer(page, storyLine(page))
        assert.equal(await page.locator("negotiation-cart .line").count(), 1)
      },
      { cart }
    )
  )

  it(
    "with the last article taken out there is nothing to check out, and the way leads back to the catalogue",
    withShop(
      async ({ page }) => {
        await inCart(page).getByText("1", { exact: true }).waitFor()
        await page.getByRole("link", { name: "To the checkout" }).waitFor()
        await storyLine(page).getByRole("button", { name: "Remove" }).click()
        await page.locator("negotiation-cart .empty").waitFor()
        await page.getByRole("link", { name: "To the checkout" }).waitFor({ state: "detached" })
        assert.equal((await inCart(page).innerText()).trim(), "Cart")
        await page.goto(`${SHOP_URL}/#/checkout`)
        await page.getByText("The cart is empty.").waitFor()
        await page.locator("main").getByRole("link", { name: "To the catalogue" }).click()
        await page.getByRole("link", { name: story.product_title }).waitFor()
      },
      { cart }
    )
  )

  it(
    "whoever logs out leaves nothing behind for the next one",
    withShop(
      async ({ page }) => {
        const panel = await ask(page, storyLine(page), await lower(page))
        await panel.locator(".option.best .button").click()
        await panel.locator(".good-note").waitFor()
        await page.keyboard.press("Escape")
        await page.getByRole("button", { name: "Log out" }).click()
        await page.getByRole("button", { name: "Log in" }).waitFor()
        assert.equal(await page.evaluate(() => globalThis.sessionStorage.length), 0)
        await page.goto(`${SHOP_URL}/#/orders`)
        await page.getByRole("button", { name: "Log in" }).waitFor()
        await page.getByRole("button", { name: "luis.ortega@delta-agri.example.com" }).click()
        await page.getByRole("heading", { name: "Orders" }).waitFor()
        await inCart(page).click()
        await page.locator("negotiation-cart .empty").waitFor()
        // An empty cart leads to the catalogue, not to the checkout.
        assert.equal(await page.getByRole("link", { name: "To the checkout" }).count(), 0)
        await page.getByRole("link", { name: "To the catalogue" }).waitFor()
        await page.getByRole("link", { name: "Negotiations" }).click()
        await page.locator("negotiation-list").getByText("Nothing negotiated yet.").or(page.locator("negotiation-list .item").first()).waitFor()
        assert.equal(await page.locator("negotiation-list .item", { hasText: "Agreed" }).count(), 0)
      },
      { cart }
    )
  )
})
