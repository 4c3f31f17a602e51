import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { shopping } from "./lib.mjs"
import { ask, askButton, lineOf } from "./steps.mjs"

/** Puts a panel of its own on the page, as a storefront without the widget's cart does. */
const putPanel = (page, attributes) =>
  page.evaluate((given) => {
    const panel = globalThis.document.createElement("negotiation-panel")
    for (const [name, value] of Object.entries(given)) panel.setAttribute(name, value)
    globalThis.document.querySelector("main").append(panel)
  }, attributes)

describe("the widget's forms", () => {
  const { demo, withShop } = shopping("marcus.webb@borealis.example.com")
  const [first, second, third] = demo.products
  const cart = [[first.variant_id, 100], [second.variant_id, 20]]
  const linesOf = async (client, page) => {
    const id = await page.evaluate(() => globalThis.sessionStorage.getItem("shop:cart"))
    const { cart: read } = await client.get(`/store/carts/${id}`)
    return { id, lines: [first, second].map(({ variant_id }) => read.items.find((item) => item.variant_id === variant_id)) }
  }

  it(
    "a panel of its own asks about the line it names now, and says when that line is gone",
    withShop(
      async ({ page, client }) => {
        const { id, lines } = await linesOf(client, page)
        await putPanel(page, { "cart-id": id, "line-item-id": lines[0].id })
        const panel = page.locator("main > negotiation-panel")
        await panel.getByRole("heading", { name: first.title }).waitFor()
        await panel.evaluate((each, line) => each.setAttribute("line-item-id", line), lines[1].id)
        await panel.getByRole("heading", { name: second.title }).waitFor()
        await panel.locator("input[name=price]").fill("1")
        const [request] = await Promise.all([page.waitForRequest((each) => each.url().endsWith("/store/price-requests")), panel.locator("form button[type=submit]").click()])
        assert.equal(request.postDataJSON().lines[0].line_item_id, lines[1].id)
        await panel.evaluate((each) => each.setAttribute("line-item-id", "cali_gone"))
        await panel.getByText("no longer in your cart").waitFor()
      },
      { cart }
    )
  )

  it(
    "what could not be sent stays written, and another try sends it once",
    withShop(
      async ({ page, errors }) => {
        const panel = await ask(page, lineOf(page, first.title), Math.round(first.list_unit_price * 93) / 100)
        await panel.locator(".option").first().waitFor()
        await panel.locator(".conversation summary").click()
        const field = panel.locator("textarea[name=message]")
        await field.fill("Please call me")
        const messages = "**/store/negotiations/*/messages"
        await page.route(messages, (route) => route.fulfill({ status: 429, contentType: "application/json", body: JSON.stringify({ type: "rate_limited", code: "rate_limited", message: "Later", details: { retry_after: 60 } }) }))
        await panel.getByRole("button", { name: "Send" }).click()
        await panel.getByRole("button", { name: "Try again" }).waitFor()
        assert.equal(await field.inputValue(), "Please call me")
        await page.unroute(messages)
        await panel.getByRole("button", { name: "Try again" }).click()
        await panel.locator(".said", { hasText: "Please call me" }).waitFor()
        await page.waitForFunction((each) => each.value === "", await field.elementHandle())
        assert.equal(await panel.locator(".said").count(), 1)
        // The refusal is one of ours, and the browser tells of it.
        assert.deepEqual(errors.splice(0).filter((each) => !each.includes("429")), [])
      },
      { cart }
    )
  )

  it(
    "sections stay open while they are typed in",
    withShop(
      async ({ page }) => {
        await askButton(lineOf(page, first.title)).click()
        const panel = page.locator("negotiation-panel")
        const section = panel.locator("details", { hasText: "A competing offer" })
        await section.locator("summary").click()
        const competitor = panel.locator("input[name=competitor]")
        await competitor.fill("B")
        await competitor.fill("")
        assert.equal(await section.evaluate((each) => each.open), true)
      },
      { cart }
    )
  )

  it(
    "an open form speaks of the offer that was seen: where another came meanwhile, it is shown instead",
    withShop(
      async ({ page, client, errors }) => {
        const panel = await ask(page, lineOf(page, first.title), Math.round(first.list_unit_price * 93) / 100)
        await panel.locator(".option").first().waitFor()
        await panel.locator(".actions").getByRole("button", { name: "Name another price" }).click()
        const { negotiations } = await client.get("/store/negotiations?status=awaiting_buyer&limit=1")
        const [{ id, version, lines }] = negotiations
        await client.post(`/store/negotiations/${id}/counter`, { version, lines: [{ line_id: lines[0].id, target_unit_price: Math.round(first.list_unit_price * 95) / 100 }] })
        const [answer] = await Promise.all([page.waitForResponse((each) => each.url().endsWith("/counter")), panel.getByRole("button", { name: "Send price" }).click()])
        assert.equal(answer.status(), 409)
        await panel.locator(".options, .good-note").first().waitFor()
        await panel.getByRole("alert").waitFor()
        assert.deepEqual(errors.splice(0).filter((each) => !each.includes("409")), [])
      },
      { cart }
    )
  )

  it(
    "a quantity that can't be had goes back and says what there is; an article can be taken out",
    withShop(
      async ({ page, errors }) => {
        const widget = page.locator("negotiation-cart")
        const quantity = lineOf(page, first.title).locator("input.quantity")
        await quantity.fill("99999999")
        await quantity.press("Enter")
        await widget.getByRole("alert").getByText("99,999,999 pieces are more than there are").waitFor()
        await page.waitForFunction((each) => each.value === "100", await quantity.elementHandle())
        assert.deepEqual(errors.splice(0).filter((each) => !each.includes("400")), [])
        await lineOf(page, second.title).getByRole("button", { name: "Remove" }).click()
        await lineOf(page, second.title).waitFor({ state: "detached" })
        assert.equal(await widget.getByRole("alert").count(), 0)
        await lineOf(page, first.title).getByRole("button", { name: "Remove" }).click()
        await widget.getByText("Your cart is empty.").waitFor()
      },
      { cart }
    )
  )

  it(
    "pieces stand as the language writes them, typed with its separators or without; a fraction is not taken for thousands",
    withShop(
      async ({ page, client }) => {
        const quantity = lineOf(page, third.title).locator("input.quantity")
        const shows = async (field, value) => page.waitForFunction(([each, wanted]) => each.value === wanted && !each.readOnly, [await field.elementHandle(), value])
        const cartHas = async () => (await client.get(`/store/carts/${await page.evaluate(() => globalThis.sessionStorage.getItem("shop:cart"))}`)).cart.items[0].quantity
        for (const [typed, shown, pieces] of [["1200", "1.200", 1_200], ["1.300", "1.300", 1_300], ["1,5", "1.300", 1_300], ["2.5", "1.300", 1_300]]) {
          await quantity.fill(typed)
          await quantity.press("Enter")
          await shows(quantity, shown)
          assert.equal(await cartHas(), pieces)
        }

        await askButton(lineOf(page, third.title)).click()
        const panel = page.locator("negotiation-panel")
        const [price, asked] = [panel.locator("input[name=price]"), panel.locator("input[name=quantity]")]
        assert.equal(await asked.getAttribute("placeholder"), "1.300")
        await price.fill(String(Math.round(third.list_unit_price * 93) / 100))
        await asked.fill("2,5")
        await panel.locator("form button[type=submit]").click()
        await panel.getByText("Geben Sie eine ganze Stückzahl ein").waitFor()
        await asked.fill("1250")
        await price.focus()
        await shows(asked, "1.250")
        const [request] = await Promise.all([page.waitForRequest((each) => each.url().endsWith("/store/price-requests")), panel.locator("form button[type=submit]").click()])
        assert.equal(request.postDataJSON().lines[0].quantity, 1_250)
        await panel.locator(".option").first().waitFor()

        await panel.locator(".actions").getByRole("button", { name: "Anderen Preis nennen" }).click()
        const countered = panel.locator("form input[name^=quantity-]")
        assert.equal(await countered.inputValue(), "1.250")
        await countered.fill("1,5")
        await panel.getByRole("button", { name: "Preis senden" }).click()
        assert.equal(await countered.evaluate((each) => each.validationMessage), "Geben Sie eine ganze Stückzahl ein, mindestens 1.")
        await countered.fill("1.260")
        const [counter] = await Promise.all([page.waitForRequest((each) => each.url().endsWith("/counter")), panel.getByRole("button", { name: "Preis senden" }).click()])
        assert.equal(counter.postDataJSON().lines[0].quantity, 1_260)
      },
      { cart: [[third.variant_id, 100]], query: "?lang=de" }
    )
  )

  it(
    "the sheet is called by where the case stands; a basket is told by article and countered by one total",
    withShop(
      async ({ page }) => {
        await page.locator("negotiation-cart .foot .button").click()
        const title = page.locator("negotiation-cart #drawer-title")
        assert.equal(await title.innerText(), "Ask for a price")
        const panel = page.locator("negotiation-panel")
        const all = Math.round((first.list_unit_price * 100 + second.list_unit_price * 20) * 0.93)
        await panel.locator("input[name=price]").fill(String(all))
        await panel.locator("form button[type=submit]").click()
        const card = panel.locator(".option").first()
        await card.locator(".lines li").nth(1).waitFor()
        // What the sheet is called is not said twice.
        const heading = panel.getByRole("heading", { name: /\boffers?\b/i })
        assert.equal(await heading.count(), 0)
        await page.waitForFunction((each) => /offer/i.test(each.textContent), await title.elementHandle())
        await panel.locator(".actions").getByRole("button", { name: "Name another price" }).click()
        await panel.locator("input[name=total]").fill(String(all + 10))
        // What was begun by article and folded away again keeps nothing back.
        const byArticle = panel.locator("summary", { hasText: "A price for each article instead" })
        await byArticle.click()
        await panel.locator("input[name^=price-]").first().fill("")
        await byArticle.click()
        const [request] = await Promise.all([page.waitForRequest((each) => each.url().endsWith("/counter")), panel.getByRole("button", { name: "Send price" }).click()])
        assert.equal(request.postDataJSON().target_total, all + 10)
        assert.equal(request.postDataJSON().lines, undefined)
      },
      { cart }
    )
  )

  it(
    "an agreed case says whether the cart has what was agreed, and brings it in",
    withShop(
      async ({ page, client }) => {
        const panel = await ask(page, lineOf(page, first.title), Math.round(first.list_unit_price * 93) / 100)
        await panel.locator(".option .button").first().click()
        await panel.getByText("Your cart has the agreed price.").waitFor()
        const { id, lines } = await linesOf(client, page)
        await client.post(`/store/carts/${id}/line-items/${lines[0].id}`, { quantity: 1 })
        await page.goto(new globalThis.URL("#/negotiations", page.url()).href)
        const list = page.locator("negotiation-list")
        await list.locator(".item .button").first().click()
        const shown = list.locator("negotiation-panel")
        await shown.getByText("Your cart does not have the agreed quantity yet.").waitFor()
        assert.equal(await shown.getByRole("button", { name: "Back to the cart" }).count(), 0)
        await shown.getByRole("button", { name: /^Set your cart to / }).click()
        await shown.getByText("Your cart has the agreed price.").waitFor()
        const after = await linesOf(client, page)
        assert.equal(after.lines[0].quantity, lines[0].quantity)
      },
      { cart }
    )
  )
})
