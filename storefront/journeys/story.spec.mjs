import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { addLine, ask, caseInReview, shopping } from "./lib.mjs"

describe("the buyer's story", () => {
  const { demo, withShop } = shopping("tom.reyes@acme.example.com")
  const { story } = demo
  const storyLine = (page) => addLine(page, story.variant_id, story.quantity)

  it(
    "from ask to agreed in three taps, and the price goes back with the volume, said in words",
    withShop(async ({ page }) => {
      const line = await storyLine(page)
      // One: ask. Two: send. Three: accept.
      const panel = await ask(page, line, story.target_unit_price)
      await panel.locator(".option.best .button").click()
      await panel.locator(".good-note").waitFor()
      await page.keyboard.press("Escape")
      await line.getByText("$110 each").waitFor()
      assert.equal(await line.locator("input.quantity").inputValue(), "4000")

      await line.locator("input.quantity").fill("2000")
      await line.locator("input.quantity").press("Enter")
      await line.getByText("$120 each").waitFor()
      const [hint] = [await line.locator(".hint p").textContent()]
      assert.match(hint, /\$110/)
      await line.locator(".hint .button.soft").click()
      await line.getByText("$110 each").waitFor()
    })
  )

  it(
    "refusing leads to a person, and the panel changes by itself when they answer",
    withShop(async ({ page, admin, buyer }) => {
      const panel = await ask(page, await storyLine(page), story.target_unit_price)
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
    })
  )

  it(
    "the guided way leads to an offer, and always to a person",
    withShop(async ({ page, admin, buyer }) => {
      const panel = await ask(page, await storyLine(page), story.target_unit_price)
      await panel.getByRole("button", { name: "Help me choose" }).click()
      assert.equal(await panel.getByRole("button", { name: "Talk to a person" }).count(), 1)
      await panel.getByRole("button", { name: "Not buying more pieces" }).click()
      await panel.getByText("This asks for no more pieces:").waitFor()
      await panel.getByRole("button", { name: "Something else matters more" }).click()
      await panel.getByRole("button", { name: "Paying later" }).click()
      await panel.getByText("Nothing on the table serves that.").waitFor()
      await panel.getByRole("button", { name: "Talk to a person" }).click()
      await panel.getByRole("heading", { name: "A person is looking at your request" }).waitFor()
      const { messages } = await caseInReview(admin, buyer.company)
      assert.equal(messages.at(-1)?.message, "What matters most to us is paying later.")
    })
  )

  it(
    "what is on its way and what is typed outlive a reload",
    withShop(async ({ page }) => {
      const line = await storyLine(page)
      await line.locator(".about .button:not(.soft)").click()
      const panel = page.locator("negotiation-panel")
      await panel.locator("input[name=price]").fill("111")
      await page.reload()
      await panel.locator("input[name=price]").waitFor()
      assert.equal(await panel.locator("input[name=price]").inputValue(), "111")

      // The request leaves, its answer never comes: after a reload it is finished, once.
      let asked = 0
      await page.route("**/store/price-requests", async (route) => {
        asked += 1
        await route.fetch()
        if (asked > 1) await route.continue()
      })
      await panel.locator("form button[type=submit]").click()
      await panel.locator("[aria-busy=true]").waitFor()
      await page.waitForResponse((response) => response.url().includes("price-requests"), { timeout: 1_500 }).catch(() => null)
      await page.unroute("**/store/price-requests", { behavior: "ignoreErrors" }).catch(() => undefined)
      await page.reload()
      await panel.locator(".option").first().waitFor()
      await page.keyboard.press("Escape")
      assert.equal(await page.locator("negotiation-list .item .chip.accent").count(), 1)
    })
  )

  it(
    "of two tabs the second is told that the case moved, and shows it as it is",
    withShop(async ({ page, open, errors }) => {
      const panel = await ask(page, await storyLine(page), story.target_unit_price)
      await panel.locator(".option").first().waitFor()
      const second = await open()
      await second.locator("negotiation-list .item .button.main").click()
      const there = second.locator("negotiation-list negotiation-panel")
      await there.locator(".option").first().waitFor()
      await panel.locator(".option.best .button").click()
      await panel.locator(".good-note").waitFor()
      // Unless it has heard of it already, its tap comes too late.
      await there.locator(".option.best .button").click({ timeout: 1_000 }).catch(() => undefined)
      await there.locator(".good-note").waitFor()
      errors.splice(0, errors.length, ...errors.filter((error) => !error.includes("409")))
    })
  )

  it(
    "without a connection nothing is lost: it says so, and the same request goes through afterwards",
    withShop(async ({ page, context, errors }) => {
      const line = await storyLine(page)
      await line.locator(".about .button:not(.soft)").click()
      const panel = page.locator("negotiation-panel")
      await panel.locator("input[name=price]").fill("110")
      await context.setOffline(true)
      await panel.locator("form button[type=submit]").click()
      await panel.getByText("The store can't be reached.").waitFor()
      await context.setOffline(false)
      await panel.getByRole("button", { name: "Try again" }).click()
      await panel.locator(".option").first().waitFor()
      // What the browser says of a cut line is meant to be there.
      errors.splice(0, errors.length, ...errors.filter((error) => !error.includes("ERR_INTERNET_DISCONNECTED")))
    })
  )
})
