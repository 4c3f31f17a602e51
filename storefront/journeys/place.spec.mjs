import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { shopping, SHOP_URL } from "./lib.mjs"
import { ask, lineOf } from "./steps.mjs"

describe("in a country whose prices have VAT in them", () => {
  const { demo, withShop } = shopping("jana.brandt@gerlach.example.com")
  const { story } = demo
  const VAT = 1.19
  const amountOf = (text) => Number(/€([\d,.]+)/.exec(text)[1].replaceAll(",", ""))
  const field = (page, name) => page.locator(`page-checkout [name=${name}]`)

  it(
    "prices say so from the catalogue to the order, are negotiated as they stand, and go to the buyer's own address",
    withShop(
      async ({ page, client }) => {
        await page.getByRole("columnheader", { name: "Your price incl. VAT" }).waitFor()
        await page.getByRole("link", { name: story.product_title }).click()
        await page.getByText("€131.38 per piece, incl. VAT").waitFor()
        await page.getByLabel("Pieces").fill(String(story.quantity))
        await page.getByRole("button", { name: "Add to the cart" }).click()
        const line = lineOf(page, story.product_title)
        await line.getByText("€131.38 each").waitFor()
        const panel = await ask(page, line, 121)
        await panel.locator(".option.best .button").click()
        await panel.locator(".good-note").waitFor()
        await page.keyboard.press("Escape")

        await page.getByRole("link", { name: "To the checkout" }).click()
        await page.getByRole("heading", { name: "Your order" }).waitFor()
        const stands = Object.fromEntries(await Promise.all(["first_name", "last_name", "company", "address_1", "city", "postal_code", "country_code"].map(async (name) => [name, await field(page, name).inputValue()])))
        assert.deepEqual(stands, { first_name: "Jana", last_name: "Brandt", company: "Gerlach Hydraulik", address_1: "Industriestraße 14", city: "Stuttgart", postal_code: "70565", country_code: "de" })
        // Freight as the goods: with VAT, in the choice and in the sum.
        await page.getByRole("radio", { name: /Road freight.*€52\.36/ }).waitFor()
        await page.locator(".pair", { hasText: "Freight" }).getByText("€52.36").waitFor()

        // What is typed is kept, and nobody's address is written over it.
        const kept = page.waitForResponse((answer) => answer.request().method() === "POST" && answer.request().postData()?.includes("Lager Süd 3"))
        await field(page, "address_1").fill("Lager Süd 3")
        await field(page, "address_1").press("Tab")
        assert.ok((await kept).ok())
        await page.goto(`${SHOP_URL}/#/cart`)
        await line.waitFor()
        await page.getByRole("link", { name: "To the checkout" }).click()
        await page.getByRole("heading", { name: "Your order" }).waitFor()
        assert.equal(await field(page, "address_1").inputValue(), "Lager Süd 3")

        await page.getByRole("button", { name: "Order on account" }).click()
        await page.getByRole("heading", { name: /^Order no\. / }).waitFor()
        const foot = await page.locator("tfoot").innerText()
        const [sum, freight, total, within] = [await page.locator("tbody tr td:last-child").innerText(), ...foot.trim().split("\n")].map(amountOf)
        assert.match(foot, /Total incl\. VAT/)
        assert.equal(total, sum + freight)
        assert.ok(Math.abs(within - (total - total / VAT)) < 0.02, `${within} of ${total}`)
        const { orders } = await client.get("/store/orders?limit=1&order=-created_at&fields=id,total,region_id,*items,*shipping_address")
        assert.deepEqual([orders[0].total, orders[0].shipping_address.address_1, orders[0].items[0].is_tax_inclusive], [total, "Lager Süd 3", true])
      },
      { at: "#/" }
    )
  )
})
