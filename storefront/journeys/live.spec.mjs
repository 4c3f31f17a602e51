import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { giveReason } from "../../admin/lib/journey.mjs"
import { openDashboard } from "../../admin/lib/session.mjs"
import { endOffers } from "./deadline.mjs"
import { shopping } from "./lib.mjs"
import { accept, ask, caseInReview, lineOf } from "./steps.mjs"

/** The store's own pace, and some patience. */
const A_LOOK_MS = 100_000

describe("live", () => {
  const { demo, withShop } = shopping("ingrid.olsen@borealis.example.com")
  const { story } = demo
  // Few enough pieces for the policy of this buyer's segment to answer by itself.
  const cart = [[story.variant_id, 300]]
  const askForSome = (page) => ask(page, lineOf(page, story.product_title), story.target_unit_price)

  it(
    "refused, a rep answers in the dashboard, and the buyer's panel changes by itself, over the event stream alone",
    withShop(
      async ({ page, admin, buyer }) => {
        const panel = await askForSome(page)
        await panel.getByRole("button", { name: "Refuse" }).click()
        await panel.getByRole("button", { name: "Refuse the offer" }).click()
        await panel.getByRole("heading", { name: "A person is looking at your request" }).waitFor()
        await panel.getByText("Live", { exact: true }).waitFor()
        const reads = []
        const { id } = await caseInReview(admin, buyer.company)
        page.on("request", (request) => request.url().endsWith(`/store/negotiations/${id}`) && reads.push(request.url()))

        const dashboard = await openDashboard(page.context().browser(), demo)
        try {
          await dashboard.page.goto(dashboard.at(`/negotiations/${id}/counter`))
          const dialog = dashboard.page.getByRole("dialog")
          await dialog.getByLabel(/Price per piece/).fill("114")
          await giveReason(dialog, dashboard.page, "Strategic customer", "They open the north for us.")
          await dialog.getByRole("button", { name: "Send counter-offer" }).click()
          await panel.locator(".option", { hasText: "$114" }).waitFor()
          assert.deepEqual(reads, [], "nobody had to ask")
        } finally {
          await dashboard.context.close()
        }
        await accept(panel, "$114")
        await page.keyboard.press("Escape")
        await lineOf(page, story.product_title).getByText("$114 each").waitFor()
      },
      { cart }
    )
  )

  it(
    "an offer runs out while it is looked at, and the page says so",
    withShop(
      async ({ page }) => {
        await page.clock.install()
        const panel = await askForSome(page)
        await panel.locator(".option").first().waitFor()
        assert.match(await panel.locator("negotiation-countdown").innerText(), /Ends in/)
        await page.clock.fastForward(200 * 3_600_000)
        await panel.getByText("Time is up").waitFor()
      },
      { cart }
    )
  )

  it(
    "an offer lapses in the store: a tap that comes too late is told so in words, and the end arrives by itself",
    withShop(
      async ({ page, client, errors }) => {
        const panel = await askForSome(page)
        await panel.locator(".option").first().waitFor()
        const { negotiations } = await client.get("/store/negotiations?status=awaiting_buyer&limit=1")
        await endOffers(negotiations[0].id)
        await panel.locator(".option .button").first().click()
        await panel.getByRole("alert").getByText("This offer no longer stands.").waitFor()
        assert.equal((await client.get("/store/negotiations?status=agreed")).count, 0)
        // The store looks for what has ended once a minute.
        await panel.getByRole("heading", { name: "This request is closed" }).waitFor({ timeout: A_LOOK_MS })
        await panel.locator(".chip", { hasText: "Expired" }).waitFor()
        await page.keyboard.press("Escape")
        await lineOf(page, story.product_title).getByRole("button", { name: "Ask for a better price" }).waitFor()
        errors.splice(0, errors.length, ...errors.filter((error) => !/409/.test(error)))
      },
      { cart }
    )
  )
})
