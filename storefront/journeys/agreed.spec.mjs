import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { shopping, SHOP_URL } from "./lib.mjs"
import { ask, caseInReview, lineOf } from "./steps.mjs"

const DECISION = { reason_code: "strategic_customer", note: "They open the north for us." }
const WORDS = "Consolidated freight leaves every Friday."

describe("what a person agrees to", () => {
  const { demo, withShop } = shopping("paula.grant@delta-agri.example.com")
  const { story } = demo

  it(
    "a rep writes and grants concessions: the panel tells them all, and the checkout has the agreed delivery and payment chosen, in any language",
    withShop(
      async ({ page, admin, buyer }) => {
        const panel = await ask(page, lineOf(page, story.product_title), 112)
        await panel.getByRole("button", { name: "Talk to a person" }).click()
        await panel.getByRole("button", { name: "Hand over to a person" }).click()
        await panel.getByText("Live", { exact: true }).waitFor()

        const { id, version, lines } = await caseInReview(admin, buyer.company)
        await admin.post(`/admin/negotiations/${id}/messages`, { message: WORDS })
        await panel.locator(".entry.seller", { hasText: WORDS }).waitFor()
        const { shipping_options } = await admin.get(`/admin/negotiations/${id}/grantable`)
        const concessions = [
          { kind: "freight", shipping_option_id: shipping_options.find(({ name }) => name === "Consolidated freight").id, percent: 1 },
          { kind: "payment_term", payment_term: "prepay", percent: 1 },
          { kind: "basket", min_subtotal: 30_000, percent: 1 },
        ]
        await admin.post(`/admin/negotiations/${id}/counter`, { version, ...DECISION, lines: [{ line_id: lines[0].id, unit_price: 117 }], concessions })
        await panel.locator(".option", { hasText: "$117" }).getByRole("button", { name: "Accept" }).click()
        await panel.locator(".good-note").getByText("1% off the goods from $30,000 of goods on.").waitFor()
        await page.keyboard.press("Escape")

        await page.getByRole("link", { name: "To the checkout" }).click()
        await page.getByRole("heading", { name: "Your order" }).waitFor()
        assert.ok(await page.getByRole("radio", { name: /Consolidated freight.*agreed/ }).isChecked())
        assert.ok(await page.getByRole("radio", { name: /Before delivery/ }).isChecked())
        await page.getByRole("button", { name: "Pay in advance and order" }).waitFor()
        // What is chosen by hand stays.
        await page.getByRole("radio", { name: /Road freight/ }).check()
        await page.locator(".pair", { hasText: "Freight" }).getByText("$48").waitFor()
        await page.reload()
        await page.getByRole("heading", { name: "Your order" }).waitFor()
        assert.ok(await page.getByRole("radio", { name: /Road freight/ }).isChecked())

        await page.getByRole("combobox", { name: "Language" }).selectOption("de")
        await page.getByRole("heading", { name: "Ihre Bestellung" }).waitFor()
        assert.equal(await page.locator("html").getAttribute("lang"), "de")
        await page.goto(`${SHOP_URL}/#/cart`)
        await page.locator("negotiation-cart .line").getByText("Vereinbarter Preis, ab 300 Stück").waitFor()
      },
      { cart: [[story.variant_id, 300]] }
    )
  )
})
