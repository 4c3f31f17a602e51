import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { freshReviewedCase } from "../lib/cases.mjs"
import { giveReason, journeys } from "../lib/journey.mjs"

/** Places of the articles in demo.json: each journey has its own. */
const ARTICLES = { counter: 16, approve: 18, decline: 19, conflict: 20, floor: 17, message: 28 }

describe("a rep decides", () => {
  const { demo, withDashboard } = journeys()

  it(
    "finds a case in the queue, opens it, and counters",
    withDashboard(async ({ page, at }) => {
      const { admin, negotiation } = await freshReviewedCase(demo, ARTICLES.counter)
      await page.goto(at("/negotiations?q=Fjord"))
      await page.getByRole("row", { name: new RegExp(`#${negotiation.display_id}\\b`) }).click()
      await page.getByRole("heading", { name: `#${negotiation.display_id} ${negotiation.company.name}` }).waitFor()

      await page.keyboard.press("c")
      const dialog = page.getByRole("dialog")
      const [line] = negotiation.lines
      const price = Math.round(line.current_unit_price * 0.95 * 100) / 100
      const margin = `${(((price - line.cost) / price) * 100).toFixed(1)}%`
      await dialog.getByLabel(/Price per piece/).fill(String(price))
      await dialog.getByLabel("Quantity").fill("450")
      await dialog.getByRole("group").getByText(margin).waitFor()
      await giveReason(dialog, page, "Volume commitment", "They commit to half as much again.")
      await dialog.getByRole("button", { name: "Send counter-offer" }).click()

      await page.getByText("Counter-offer sent").first().waitFor()
      await page.getByRole("heading", { name: "Offer on the table" }).waitFor()
      const { negotiation: now } = await admin.get(`/admin/negotiations/${negotiation.id}`)
      assert.equal(now.status, "awaiting_buyer")
      assert.deepEqual(
        now.offer.options[0].lines.map(({ quantity, unit_price }) => ({ quantity, unit_price })),
        [{ quantity: 450, unit_price: price }]
      )
      assert.equal(now.history.at(-1).note, "They commit to half as much again.")
    })
  )

  it(
    "writes to the buyer, and decides nothing by it",
    withDashboard(async ({ page, at }) => {
      const { admin, negotiation } = await freshReviewedCase(demo, ARTICLES.message)
      await page.goto(at(`/negotiations/${negotiation.id}`))
      const words = "Could you take the delivery in March?"
      const field = page.getByLabel("Write to the buyer")
      await field.fill(words)
      await page.getByRole("button", { name: "Send message" }).click()
      await page.getByRole("listitem").getByText(words).waitFor()
      // Empty again, there is nothing to send.
      await page.getByRole("button", { name: "Send message", disabled: true }).waitFor()
      assert.equal(await field.inputValue(), "")
      const { negotiation: now } = await admin.get(`/admin/negotiations/${negotiation.id}`)
      assert.deepEqual([now.status, now.version, now.messages.map(({ by, message }) => [by, message])], ["in_review", negotiation.version, [["seller", words]]])
    })
  )

  it(
    "is not let under the floor",
    withDashboard(async ({ page, at }) => {
      const { admin, negotiation } = await freshReviewedCase(demo, ARTICLES.floor)
      await page.goto(at(`/negotiations/${negotiation.id}/counter`))
      const dialog = page.getByRole("dialog")
      await dialog.getByLabel(/Price per piece/).fill(String(negotiation.lines[0].floor_unit_price - 0.01))
      await dialog.getByText(/^Under the floor of/).waitFor()
      await giveReason(dialog, page, "Other", "Trying.")
      await dialog.getByRole("button", { name: "Send counter-offer" }).click()
      await dialog.getByText("Under the floor: the store will not sell at this price.").waitFor()
      assert.equal((await admin.get(`/admin/negotiations/${negotiation.id}`)).negotiation.status, "in_review")
    })
  )

  it(
    "approves with a reason and a note, and not without",
    withDashboard(async ({ page, at }) => {
      const { admin, negotiation } = await freshReviewedCase(demo, ARTICLES.approve)
      await page.goto(at(`/negotiations/${negotiation.id}`))
      await page.getByRole("link", { name: "Approve" }).click()
      const dialog = page.getByRole("dialog")
      await dialog.getByRole("button", { name: "Approve the ask" }).click()
      await dialog.getByText("Choose a reason.").waitFor()
      await dialog.getByText("Write a note: why is this right?").waitFor()
      await giveReason(dialog, page, "Strategic customer", "Worth it for the frame contract.")
      await dialog.getByRole("button", { name: "Approve the ask" }).click()

      await page.getByText("Approved").first().waitFor()
      await page.getByRole("heading", { name: "Agreement" }).waitFor()
      const { negotiation: now } = await admin.get(`/admin/negotiations/${negotiation.id}`)
      assert.equal(now.status, "agreed")
      assert.equal(now.agreement.lines[0].unit_price, negotiation.lines[0].target_unit_price)
    })
  )

  it(
    "declines from the keyboard",
    withDashboard(async ({ page, at }) => {
      const { admin, negotiation } = await freshReviewedCase(demo, ARTICLES.decline)
      await page.goto(at(`/negotiations/${negotiation.id}`))
      await page.getByRole("heading", { level: 1 }).waitFor()
      await page.keyboard.press("r")
      const dialog = page.getByRole("dialog")
      await giveReason(dialog, page, "Margin too low", "Nothing left at this price.")
      await dialog.getByRole("button", { name: "Decline", exact: true }).click()
      await page.getByText("This case is closed. Asking again makes a new one.").waitFor()
      assert.equal((await admin.get(`/admin/negotiations/${negotiation.id}`)).negotiation.status, "declined")
    })
  )

  it(
    "sees what changed meanwhile before deciding on it",
    withDashboard(async ({ page, at }) => {
      const { admin, negotiation } = await freshReviewedCase(demo, ARTICLES.conflict)
      await page.goto(at(`/negotiations/${negotiation.id}/approve`))
      const dialog = page.getByRole("dialog")
      await giveReason(dialog, page, "Good relationship", "Typed before the colleague was faster.")
      const { user } = await admin.get("/admin/users/me")
      await admin.post(`/admin/negotiations/${negotiation.id}/assign`, { version: negotiation.version, assigned_to: user.id })

      const submit = dialog.getByRole("button", { name: "Approve the ask" })
      await submit.click()
      await dialog.getByText("Changed meanwhile").waitFor()
      await dialog.getByText("Assigned").first().waitFor()
      assert.equal(await submit.isDisabled(), true, "nobody decides on what they have not seen")
      assert.equal(await dialog.getByLabel("Note").inputValue(), "Typed before the colleague was faster.", "what was typed is kept")

      await dialog.getByRole("button", { name: "Decide on the new state" }).click()
      await submit.click()
      await page.getByRole("heading", { name: "Agreement" }).waitFor()
      assert.equal((await admin.get(`/admin/negotiations/${negotiation.id}`)).negotiation.status, "agreed")
    })
  )
})
