import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { seriousFaults } from "./faults.mjs"
import { heardIn } from "./heard.mjs"
import { shopping } from "./lib.mjs"
import { addLine, ask, askButton, lineOf } from "./steps.mjs"

/** Words that only English has, and that no article is named with. */
const ENGLISH = /(?<!\p{L})(accept|refuse|saves?|piece|each|until|your|from|cancel|close|ask|send|delivery|checkout|search|log out|order|street|surname|agreed|nothing|empty|negotiations|agreements|last paid|instead|withdraw|write|back)(?!\p{L})/iu

/** A sentence of the widget and one of the shop in each language, so that a page that says nothing proves nothing. */
const SAID = {
  de: [/Annehmen/, /Bestellung Nr\./],
  fr: [/Accepter/, /Commande n°/],
  es: [/Aceptar/, /Pedido n\.º/],
}

describe("languages", () => {
  const { demo, withShop, withExample } = shopping("marcus.webb@borealis.example.com")
  const { story } = demo
  const cart = [[story.variant_id, 300], [demo.products[1].variant_id, 100]]

  for (const [language, sentences] of Object.entries(SAID)) {
    it(
      `${language}: every page of the shop and every form of the widget, from the login to the order, says nothing in English`,
      withShop(
        async ({ page, buyer }) => {
          const said = []
          // Names of what the merchant sells and how it is sent are the merchant's own.
          const hear = async (name, root = page.locator("main")) => said.push([name, await heardIn(root)])
          const at = (name) => page.evaluate((hash) => void (globalThis.location.hash = hash), `#/${name}`)
          const main = page.locator("button.main")
          await hear("login")
          await page.locator("input[name=email]").fill(buyer.email)
          await main.click()
          await page.getByRole("link", { name: story.product_title }).waitFor()
          await hear("catalogue")
          await hear("header", page.locator("header nav"))
          await page.getByRole("link", { name: story.product_title }).click()
          await page.locator("page-product .ladder").waitFor()
          await hear("product", page.locator("page-product .ladder"))
          await page.locator("page-product input[name=quantity]").fill("300")
          await page.locator("page-product form button").click()
          const line = lineOf(page, story.product_title)
          await line.waitFor()
          await hear("cart")
          await askButton(line).click()
          const panel = page.locator("negotiation-panel")
          await panel.locator("input[name=price]").waitFor()
          for (const summary of await panel.locator("summary").all()) await summary.click()
          await panel.locator("form button[type=submit]").click()
          await panel.locator("[aria-invalid=true]").first().waitFor()
          await hear("ask form", panel)
          await panel.locator("input[name=price]").fill("118")
          await panel.locator("form button[type=submit]").click()
          await panel.locator(".option").first().waitFor()
          for (const summary of await panel.locator("summary").all()) await summary.click()
          await hear("offer", panel)
          for (const number of [0, 1, 2]) {
            await panel.locator(".actions .button").nth(number).click()
            await panel.locator("form.sheet").waitFor()
            await hear(`form ${number}`, panel)
            await panel.locator("form.sheet .button.plain").first().click()
            await panel.locator(".option").first().waitFor()
          }
          await panel.locator(".option .button").first().click()
          await panel.locator(".good-note").waitFor()
          await hear("agreed", panel)
          await page.keyboard.press("Escape")
          await page.locator("page-cart a.main").click()
          await page.locator("page-checkout button.main").waitFor()
          for (const [name, part] of [["checkout", ".fields"], ["order sums", "section:last-of-type"]]) await hear(name, page.locator(`page-checkout ${part}`).first())
          await page.locator("page-checkout button.main").click()
          await page.locator("page-order table").waitFor()
          await hear("order")
          await at("orders")
          await page.locator("page-orders table").waitFor()
          await hear("orders", page.locator("page-orders thead"))
          await at("negotiations")
          await page.locator("negotiation-list .item .chip").first().waitFor()
          await hear("negotiations")
          await page.locator("negotiation-list").getByRole("tab").nth(1).click()
          await hear("agreements")
          await at("cart")
          await page.locator("negotiation-cart .empty").waitFor()
          await hear("an empty cart")

          const english = said.flatMap(([name, text]) => text.split("\n").filter((each) => ENGLISH.test(each)).map((each) => `${name}: ${each}`))
          assert.deepEqual(english, [])
          const all = said.map(([, text]) => text).join("\n")
          for (const sentence of sentences) assert.match(all, sentence)
          assert.equal(await page.locator("html").getAttribute("lang"), language)
        },
        { at: "#/", query: `?lang=${language}`, signedIn: false }
      )
    )
  }

  it(
    "from right to left the panel opens at the other side, with nothing that sticks out or keeps anybody out",
    withExample(
      async ({ page }) => {
        const panel = await ask(page, await addLine(page, cart[1][0], 100), Math.round(demo.products[1].list_unit_price * 93) / 100)
        await panel.locator(".option").first().waitFor()
        const { left, width, over } = await page.evaluate(() => {
          const dialog = globalThis.document.querySelector("negotiation-cart").shadowRoot.querySelector("dialog")
          const host = dialog.querySelector("negotiation-panel")
          const inside = [...host.shadowRoot.querySelectorAll("*")].filter((each) => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0 && !/hidden/.test(each.className))
          return { left: dialog.getBoundingClientRect().left, width: dialog.getBoundingClientRect().width, over: inside.map((each) => each.className || each.tagName) }
        })
        assert.ok(left <= 1 && width > 300, `at ${left}, ${width} wide`)
        assert.deepEqual(over, [])
        // The first card is the right one, and the price stands at its start.
        const boxes = await Promise.all((await panel.locator(".option").all()).map((each) => each.boundingBox()))
        if (boxes.length > 1 && boxes[0].y === boxes[1].y) assert.ok(boxes[0].x > boxes[1].x)
        assert.deepEqual(await seriousFaults(page), [])
      },
      { query: "?dir=rtl" }
    )
  )
})
