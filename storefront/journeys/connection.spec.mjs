import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { shopping } from "./lib.mjs"
import { ask, askButton, caseInReview, lineOf } from "./steps.mjs"

/** Holds what a page asks for until it is let go. */
async function holding(page, pattern) {
  let letGo
  const free = new Promise((resolve) => (letGo = resolve))
  await page.route(pattern, async (route) => {
    await free
    await route.continue()
  })
  return letGo
}

describe("a bad line", () => {
  const { demo, withShop } = shopping("ingrid.olsen@borealis.example.com")
  const { story } = demo
  const cart = [[story.variant_id, 300]]
  const storyLine = (page) => lineOf(page, story.product_title)

  it(
    "where something on the way cuts every stream the panel asks now and then, and still changes by itself",
    withShop(
      async ({ page, admin, buyer, errors }) => {
        await page.route("**/store/negotiations/*/events*", (route) => route.abort())
        const panel = await ask(page, storyLine(page), 112)
        await panel.getByRole("button", { name: "Refuse" }).click()
        await panel.getByRole("button", { name: "Refuse the offer" }).click()
        await panel.getByText("Kept up to date", { exact: true }).waitFor()
        const { id, version, lines } = await caseInReview(admin, buyer.company)
        await admin.post(`/admin/negotiations/${id}/counter`, { version, reason_code: "relationship", note: "A journey.", lines: [{ line_id: lines[0].id, unit_price: 116 }] })
        await panel.locator(".option", { hasText: "$116" }).waitFor()
        // What the browser itself says of a cut line.
        errors.splice(0, errors.length, ...errors.filter((error) => !/ERR_FAILED/.test(error)))
      },
      { cart }
    )
  )

  it(
    "on a slow line the shape of what is coming is there at once, then a word that it takes longer, then the offer",
    withShop(
      async ({ page }) => {
        const showCart = await holding(page, "**/store/price-ladders*")
        await page.reload()
        const waiting = page.locator("negotiation-cart [aria-busy=true]")
        await waiting.locator(".skeleton").first().waitFor()
        await waiting.getByText("Loading …").waitFor({ state: "attached" })
        showCart()
        await askButton(storyLine(page)).waitFor()
        assert.equal(await waiting.count(), 0)

        await page.clock.install()
        const answer = await holding(page, "**/store/price-requests")
        const panel = await ask(page, storyLine(page), 112)
        await panel.getByText("Asking for your price …").waitFor()
        await panel.locator(".skeleton").first().waitFor()
        await page.clock.fastForward(6_000)
        await panel.getByText("This takes longer than usual. Still trying …").waitFor()
        answer()
        await panel.locator(".option").first().waitFor()
      },
      { cart }
    )
  )
})
