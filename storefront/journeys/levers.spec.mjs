import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { shopping } from "./lib.mjs"
import { accept, ask, lineOf, order } from "./steps.mjs"

/** The newest order of a buyer, as the store tells it. */
async function newestOrder(client) {
  const { orders } = await client.get("/store/orders?limit=1&order=-created_at&fields=id,total,item_subtotal,discount_subtotal,shipping_subtotal,*items,*shipping_methods")
  return orders[0]
}

/** The figures on the right of the table under an order, from the top. */
const footOf = async (table) => Object.fromEntries((await table.locator("tfoot tr").allInnerTexts()).map((row) => row.trim().split("\t")))

describe("what can be traded: conditions", () => {
  const { demo, withShop } = shopping("marcus.webb@borealis.example.com")
  const { story } = demo
  const PIECES = 300
  const cart = [[story.variant_id, PIECES]]
  const askForIt = (page, price) => ask(page, lineOf(page, story.product_title), price)

  it(
    "more pieces: the cart holds them at the agreed price, and so does the order",
    withShop(
      async ({ page, client }) => {
        await accept(await askForIt(page, 118), "50 more pieces support $118")
        await page.keyboard.press("Escape")
        await lineOf(page, story.product_title).getByText("$118 each").waitFor()
        const table = await order(page)
        assert.match(await table.locator("tbody tr").innerText(), /350\t\$118\t\$41,300$/)
        assert.deepEqual((await newestOrder(client)).items.map(({ quantity, unit_price }) => [quantity, unit_price]), [[350, 118]])
      },
      { cart }
    )
  )

  it(
    "a slower delivery: its discount is there with the agreed delivery, gone with another, and on the order",
    withShop(
      async ({ page, client }) => {
        const panel = await askForIt(page, 112)
        const card = panel.locator(".option", { hasText: "$120 each for 300 pieces, $104.40 less with Consolidated freight" })
        await card.getByText("$120, less 0.29%").waitFor()
        assert.doesNotMatch(await card.innerText(), /119\.652/)
        await accept(panel, "with Consolidated freight")
        await page.keyboard.press("Escape")
        await page.getByRole("link", { name: "To the checkout" }).click()
        const sums = page.locator("form section").last()
        const discount = sums.locator(".pair", { hasText: "Discount" })
        const goods = 120 * PIECES
        const off = goods * 0.0029
        await page.getByRole("radio", { name: /Consolidated freight/ }).check()
        await discount.getByText(`−$${off.toFixed(2)}`).waitFor()
        await page.getByRole("radio", { name: /Express/ }).check()
        await discount.waitFor({ state: "detached" })
        await page.getByRole("radio", { name: /Consolidated freight/ }).check()
        await discount.waitFor()
        // Whoever comes back to the checkout finds what they chose.
        await page.reload()
        await discount.waitFor()
        assert.ok(await page.getByRole("radio", { name: /Consolidated freight/ }).isChecked())
        await page.getByRole("button", { name: "Order on account" }).click()
        await page.getByRole("heading", { name: /^Order no\. / }).waitFor()
        const foot = await footOf(page.getByRole("table"))
        assert.deepEqual(foot, { Discount: "−$104.40", Freight: "$30.00", Total: "$35,925.60" })
        const { total, shipping_methods: ways } = await newestOrder(client)
        assert.deepEqual([total, ways.map(({ name }) => name)], [goods - off + 30, ["Consolidated freight"]])
      },
      { cart }
    )
  )

  it(
    "another way to pay: its discount is in the cart as soon as it is agreed, and on the order",
    withShop(
      async ({ page, client }) => {
        const panel = await askForIt(page, 112)
        await accept(panel, "paid before delivery")
        await panel.getByText("1.25% off the goods, paid before delivery.").waitFor()
        await page.keyboard.press("Escape")
        await page.locator("negotiation-cart .foot").getByText("$35,550").waitFor()
        const foot = await footOf(await order(page, /Road freight/, "Pay in advance and order"))
        assert.deepEqual(foot, { Discount: "−$450", Freight: "$48", Total: "$35,598" })
        assert.equal((await newestOrder(client)).total, 35_598)
      },
      { cart }
    )
  )
})

describe("what can be traded: articles", () => {
  const { demo, withShop } = shopping("ruth.calloway@cobalt.example.com")
  const [asked, instead] = ["Directional valve HV 4/3, 24 V", "Directional valve HV 4/3, 24 V, aluminium"]
  const variant = demo.products.find(({ title }) => title === asked).variant_id

  it(
    "a substitute: told in what it differs, it takes the asked article's place in the cart and on the order",
    withShop(
      async ({ page, client }) => {
        const panel = await ask(page, lineOf(page, asked), 70)
        const card = panel.locator(".option", { hasText: instead })
        await card.getByText("Aluminium").first().waitFor()
        assert.match(await card.innerText(), /160 bar/)
        await accept(panel, instead)
        await page.keyboard.press("Escape")
        await lineOf(page, instead).getByText("$66 each").waitFor()
        assert.equal(await lineOf(page, asked).count(), 0)
        const table = await order(page)
        assert.match(await table.locator("tbody tr").innerText(), /200\t\$66\t\$13,200$/)
        assert.deepEqual((await newestOrder(client)).items.map(({ product_title, unit_price }) => [product_title, unit_price]), [[instead, 66]])
      },
      { cart: [[variant, 200]] }
    )
  )
})
