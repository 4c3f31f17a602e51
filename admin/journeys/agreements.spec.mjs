import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { accept, agreedByRep, flaggedAgreement } from "../lib/agreements.mjs"
import { freshReviewedCase } from "../lib/cases.mjs"
import { giveReason, journeys } from "../lib/journey.mjs"

/** Places of the articles in demo.json: each journey has its own. */
const ARTICLES = { notice: 6, now: 9, counter: 10, floor: 11, flag: 13 }
const DAY_MS = 86_400_000
const COMPANY = "Fjord Rail Maintenance"

describe("an agreement", () => {
  const { demo, withDashboard } = journeys()
  const read = async (admin, id) => (await admin.get(`/admin/negotiation-agreements/${id}`)).agreement

  /** Finds an agreement in a view of the list, and opens it. */
  async function openFromList(page, at, agreement, view = "") {
    await page.goto(at(`/negotiations/agreements?q=${encodeURIComponent(`#${agreement.display_id}`)}${view}`))
    await page.getByRole("row", { name: new RegExp(`#${agreement.display_id}\\b`) }).click()
    await page.getByRole("heading", { level: 1, name: `Agreement with ${COMPANY}` }).waitFor()
  }

  it(
    "is found in the list, opened, and revoked with notice",
    withDashboard(async ({ page, at }) => {
      const { admin, agreement } = await agreedByRep(demo, { product: ARTICLES.notice, quantity: 200 })
      await openFromList(page, at, agreement)

      await page.getByRole("button", { name: "Revoke" }).click()
      const dialog = page.getByRole("dialog")
      await dialog.getByText(/The buyer is told now that the price ends on/).waitFor()
      await dialog.getByLabel("Days of notice").fill("0")
      await dialog.getByRole("button", { name: "Give notice" }).click()
      await dialog.getByText("Give a whole number of days from 1 to 365.").waitFor()
      await dialog.getByText("Choose a reason.").waitFor()
      await dialog.getByText("Write a note: why is this right?").waitFor()
      assert.equal((await read(admin, agreement.id)).ends_at, null)

      await dialog.getByLabel("Days of notice").fill("21")
      await giveReason(dialog, page, "Margin too low", "Steel went up by a fifth.")
      await dialog.getByRole("button", { name: "Give notice" }).click()
      await page.getByText("Notice given").first().waitFor()
      await page.getByText(/as announced\. Until then the price holds\./).waitFor()
      await page.getByText("Note: Steel went up by a fifth.").waitFor()

      const now = await read(admin, agreement.id)
      assert.deepEqual([now.status, Math.round((new Date(now.ends_at).getTime() - Date.now()) / DAY_MS)], ["active", 21])
      assert.deepEqual([now.history.at(-1).kind, now.history.at(-1).reason_code], ["revocation_announced", "margin_too_low"])
    })
  )

  it(
    "is revoked at once, and then found among those that ended",
    withDashboard(async ({ page, at }) => {
      const { admin, agreement } = await agreedByRep(demo, { product: ARTICLES.now, quantity: 200 })
      await page.goto(at(`/negotiations/agreements/${agreement.id}`))
      await page.getByRole("button", { name: "Revoke" }).click()
      const dialog = page.getByRole("dialog")
      await dialog.getByRole("radio", { name: "At once" }).click()
      await dialog.getByText(/a checkout under way at the agreed price is refused/).waitFor()
      await giveReason(dialog, page, "Outside the policy", "It should never have been made.")
      await dialog.getByRole("button", { name: "Revoke at once" }).click()
      await page.getByText("Agreement revoked").first().waitFor()
      assert.equal((await read(admin, agreement.id)).status, "revoked")
      await page.getByRole("button", { name: "Revoke" }).first().waitFor({ state: "detached" })

      await openFromList(page, at, agreement, "&view=ended")
    })
  )

  it(
    "comes of a counter with limits, a commitment and a concession that its buyer accepts",
    withDashboard(async ({ page, at }) => {
      const { negotiation } = await freshReviewedCase(demo, ARTICLES.counter)
      const [line] = negotiation.lines
      const price = Math.round(line.current_unit_price * 0.95 * 100) / 100
      await page.goto(at(`/negotiations/${negotiation.id}/counter`))
      const dialog = page.getByRole("dialog")
      await dialog.getByLabel(/Price per piece/).fill(String(price))
      await dialog.getByLabel("Quantity").fill("300")
      await dialog.getByLabel("Pieces at most, in all").fill("200")
      await dialog.getByLabel("Promised volume (pieces)").fill("1200")
      await dialog.getByLabel("Orders at most").fill("4")
      await dialog.getByLabel("Holds for (days)").fill("200")
      await dialog.getByRole("button", { name: "Add: for a delivery" }).click()
      await giveReason(dialog, page, "Volume commitment", "A year's volume, by the slower way.")
      await dialog.getByRole("button", { name: "Send counter-offer" }).click()
      await dialog.getByText("Fewer than the quantity above").waitFor()
      await dialog.getByText("Choose a delivery.").waitFor()

      await dialog.getByLabel("Pieces at most, in all").fill("3000")
      await dialog.getByRole("combobox", { name: "Delivery" }).click()
      await page.getByRole("option").first().click()
      await dialog.getByLabel("Percent off").fill("2")
      const left = price * 0.98
      await dialog.getByRole("group", { name: line.title }).getByText(`${(((left - line.cost) / left) * 100).toFixed(1)}%`).waitFor()
      await dialog.getByRole("button", { name: "Send counter-offer" }).click()
      await page.getByText("Counter-offer sent").first().waitFor()

      await accept(demo, negotiation.id)
      await page.goto(at(`/negotiations/${negotiation.id}`))
      await page.getByRole("link", { name: "Open agreement" }).click()
      await page.getByRole("heading", { level: 1, name: `Agreement with ${COMPANY}` }).waitFor()
      await page.getByText("0 of 1,200 promised pieces").waitFor()
      await page.getByText("3,000 of 3,000").waitFor()
      await page.getByText("0 of 4").waitFor()
      await page.getByText(/^2% off the goods with delivery/).waitFor()
    })
  )

  it(
    "is not let under the floor by what is granted beside its price",
    withDashboard(async ({ page, at }) => {
      const { admin, negotiation } = await freshReviewedCase(demo, ARTICLES.floor)
      const [{ floor_unit_price: floor }] = negotiation.lines
      await page.goto(at(`/negotiations/${negotiation.id}/counter`))
      const dialog = page.getByRole("dialog")
      await dialog.getByLabel(/Price per piece/).fill(String(Math.ceil(floor * 102) / 100))
      await dialog.getByRole("button", { name: "Add: for the size of the cart" }).click()
      await dialog.getByLabel(/Goods of at least/).fill("1000")
      await dialog.getByLabel("Percent off").fill("5")
      await dialog.getByText(/^After everything granted the piece sells at/).waitFor()
      await giveReason(dialog, page, "Other", "Trying.")
      await dialog.getByRole("button", { name: "Send counter-offer" }).click()
      await dialog.getByText("Under the floor with everything granted taken off").waitFor()
      await dialog.getByRole("button", { name: "Remove: For the size of the cart" }).click()
      await dialog.getByText("Under the floor with everything granted taken off").waitFor({ state: "detached" })
      assert.equal((await admin.get(`/admin/negotiations/${negotiation.id}`)).negotiation.status, "in_review")
    })
  )

  it(
    "that was flagged is looked at, and leaves the list",
    withDashboard(async ({ page, at }) => {
      const { admin, agreement, order } = await flaggedAgreement(demo, { product: ARTICLES.flag, quantity: 200 })
      await openFromList(page, at, agreement, "&view=flagged")
      await page.getByRole("link", { name: `Order #${order.display_id}` }).waitFor()
      await page.getByRole("button", { name: "I have looked at it" }).click()
      const dialog = page.getByRole("dialog")
      await dialog.getByRole("button", { name: "Take it off the list" }).click()
      await dialog.getByText("Write a note: why is this right?").waitFor()
      await dialog.getByLabel("What did you find?").fill("They ordered twice by mistake.")
      await dialog.getByRole("button", { name: "Take it off the list" }).click()
      await page.getByText("Note: They ordered twice by mistake.").waitFor()
      assert.deepEqual((await read(admin, agreement.id)).flags, [])

      await page.goto(at(`/negotiations/agreements?view=flagged&q=${encodeURIComponent(`#${agreement.display_id}`)}`))
      await page.getByText("Nothing found").waitFor()
    })
  )

  it(
    "is said not to be there where it isn't, and tried again where it could not be read",
    withDashboard(async ({ page, at, errors }) => {
      const ROUTE = /\/admin\/negotiation-agreements\?/
      await page.goto(at("/negotiations/agreements/nagr_none"))
      await page.getByRole("heading", { name: "No such agreement" }).waitFor()
      await page.route(ROUTE, (route) => route.fulfill({ status: 500, json: { type: "unknown_error", message: "The database is away." } }))
      await page.goto(at("/negotiations/agreements"))
      await page.getByRole("alert").getByText("The database is away.").waitFor()
      await page.unroute(ROUTE)
      await page.getByRole("button", { name: "Try again" }).click()
      await page.getByRole("table").or(page.getByText("No active agreements")).first().waitFor()
      errors.length = 0
    })
  )
})
