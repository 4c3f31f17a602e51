import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { shopping } from "./lib.mjs"
import { addLine, ask, askButton, lineOf } from "./steps.mjs"

describe("another login", () => {
  const { demo, withShop, withExample } = shopping("marcus.webb@borealis.example.com")
  const { story } = demo
  const [article] = demo.products
  const PRICE = Math.round(article.list_unit_price * 93) / 100
  const kept = (page) => page.evaluate(() => Object.keys(globalThis.sessionStorage).filter((name) => /draft|pending|shown/.test(name)))
  /** What the browser itself says of a refusal. */
  const told = (errors) => errors.splice(0, errors.length, ...errors.filter((error) => !/401/.test(error)))

  it(
    "attributes set late are heard: with a login that is none nothing of the buyer's stays, with one again it is back",
    withShop(
      async ({ page, errors }) => {
        const panel = await ask(page, lineOf(page, story.product_title), 112)
        await panel.locator(".option").first().waitFor()
        await page.keyboard.press("Escape")
        await askButton(lineOf(page, article.title)).click()
        await panel.locator("input[name=price]").fill("1")
        const cart = page.locator("negotiation-cart")
        const set = (name, value) => cart.evaluate((element, [key, text]) => element.setAttribute(key, text), [name, value])
        const token = await page.evaluate(() => globalThis.sessionStorage.getItem("shop:token"))
        assert.deepEqual((await kept(page)).length > 0, true)
        await set("base-url", demo.backend_url)
        await set("token", "nobody")
        await set("publishable-key", demo.publishable_key)
        await cart.getByRole("alert").waitFor()
        await cart.locator(".line").first().waitFor({ state: "detached" })
        assert.deepEqual([await panel.count(), await kept(page)], [0, []])

        await set("token", token)
        await lineOf(page, story.product_title).getByText("An offer is waiting").waitFor()
        assert.deepEqual([await cart.getByRole("alert").count(), await panel.count()], [0, 0])
        told(errors)
      },
      { cart: [[story.variant_id, 300], [article.variant_id, 100]] }
    )
  )

  it(
    "configured anew with the sheet open, everything asks with the new login at once, and a cart that is named no more goes",
    withExample(
      async ({ page, errors }) => {
        const panel = await ask(page, await addLine(page, article.variant_id, 100), PRICE)
        await panel.locator(".option").first().waitFor()
        const logins = new Set()
        page.on("request", (request) => request.url().startsWith(demo.backend_url) && logins.add(request.headers().authorization))
        const configure = (token) =>
          page.evaluate(
            async ([baseUrl, publishableKey, login]) => {
              const { configureNegotiation } = await import("/widget/index.mjs")
              configureNegotiation({ baseUrl, publishableKey, token: () => login })
            },
            [demo.backend_url, demo.publishable_key, token]
          )
        await configure("nobody")
        await page.locator("negotiation-cart").getByRole("alert").waitFor()
        await page.locator("negotiation-list").getByRole("alert").waitFor()
        assert.deepEqual([await page.locator(".line, .item h3, .option").count(), [...logins]], [0, ["Bearer nobody"]])

        await page.reload()
        const cart = page.locator("negotiation-cart")
        await cart.locator(".line h3").waitFor()
        await cart.evaluate((element) => element.removeAttribute("cart-id"))
        await cart.evaluate((element) => (element.cartId = ""))
        await cart.locator(".line h3").waitFor({ state: "detached" })
        await cart.locator(".skeleton").first().waitFor()
        told(errors)
      }
    )
  )
})
