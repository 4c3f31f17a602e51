import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { gzipSync } from "node:zlib"
import { shopping } from "./lib.mjs"
import { addLine, ask } from "./steps.mjs"

/** The most one shopper's browser may load of the widget over a whole negotiation, gzipped, in bytes. */
const LIMIT = 40_000
const FILE = /\/widget\/([\w-]+)\.mjs$/

describe("what the widget loads", () => {
  const { demo, withExample } = shopping("sanne.devries@evergreen.example.com")
  const [article] = demo.products
  const price = Math.round(article.list_unit_price * 93) / 100

  for (const language of ["en", "de", "fr", "es"]) {
    it(
      `${language}: over a whole negotiation, the assistant, every form and the list included, no more than ${LIMIT / 1_000} kB, and no other language`,
      withExample(
        async ({ page }) => {
          const loaded = new Map()
          const coming = []
          page.on("response", (answer) => {
            const name = FILE.exec(new globalThis.URL(answer.url()).pathname)?.[1]
            if (name) coming.push(answer.body().then((body) => loaded.set(name, gzipSync(body, { level: 9 }).length)))
          })
          await page.reload()
          const panel = await ask(page, await addLine(page, article.variant_id, 100), price)
          await panel.locator(".option").first().waitFor()
          for (const number of [0, 1, 2]) {
            await panel.locator(".actions .button").nth(number).click()
            await panel.locator("form.sheet .button.plain").first().click()
          }
          if ((await panel.locator(".option").count()) > 1) await panel.locator(".button.soft").first().click()
          else await panel.locator(".option .button").first().click()
          const take = panel.locator(".choices .button, .good-note").first()
          await take.waitFor()
          if (await panel.locator(".choices").count()) {
            await take.click()
            await panel.locator(".sheet .button").first().waitFor()
            await panel.locator(".sheet > .row .button.plain").last().click()
            await panel.locator(".option .button").first().click()
          }
          await panel.locator(".good-note").waitFor()
          await page.keyboard.press("Escape")
          await page.locator("negotiation-list").getByRole("tab").nth(1).click()
          await page.locator("negotiation-list .agreed-line").first().waitFor()
          await Promise.all(coming)

          assert.deepEqual([...loaded.keys()].sort(), ["index", "on-demand", language].sort())
          const bytes = [...loaded.values()].reduce((all, each) => all + each, 0)
          assert.ok(bytes <= LIMIT, `${bytes} bytes: ${[...loaded].map(([name, each]) => `${name} ${each}`).join(", ")}`)
        },
        { query: `?lang=${language}` }
      )
    )
  }

  it(
    "where a language can't be had it is English",
    withExample(
      async ({ page, errors }) => {
        await page.route("**/widget/de.mjs", (route) => route.abort())
        await page.reload()
        await page.locator("negotiation-cart").getByText("Your cart is empty.").waitFor()
        errors.splice(0, errors.length, ...errors.filter((error) => !/ERR_FAILED/.test(error)))
      },
      { query: "?lang=de" }
    )
  )

  it(
    "where no language can be had the shapes stay, and the words come by themselves once the line is back",
    withExample(
      async ({ page, errors }) => {
        await page.route(/\/widget\/(de|en)\.mjs/, (route) => route.abort())
        await page.reload()
        await page.locator("negotiation-cart .skeleton").first().waitFor()
        await page.waitForRequest(/\/widget\/en\.mjs/)
        await page.unroute(/\/widget\/(de|en)\.mjs/)
        await page.locator("negotiation-cart").getByText(/^(Ihr Warenkorb ist leer|Your cart is empty)\.$/).waitFor()
        errors.splice(0, errors.length, ...errors.filter((error) => !/ERR_FAILED/.test(error)))
      },
      { query: "?lang=de" }
    )
  )
})
