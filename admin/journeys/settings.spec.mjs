import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { asAdmin } from "../../scripts/lib/shop-client.mjs"
import { freshReviewedCase } from "../lib/cases.mjs"
import { journeys } from "../lib/journey.mjs"

describe("the settings", () => {
  const { demo, withDashboard } = journeys()

  it(
    "makes a policy, changes it as a new version, and archives it",
    withDashboard(async ({ page, at }) => {
      const name = `Journey ${Date.now()}`
      const admin = await asAdmin(demo)
      const stored = async () => (await admin.get("/admin/negotiation-policies?limit=100")).policies.find((policy) => policy.name === name)

      await page.goto(at("/negotiations/policies/create"))
      await page.getByLabel("Name").fill(name)
      await page.getByLabel(/^Segments(?! that)/).fill("nobody_at_all")
      await page.getByLabel("Minimum margin (%)").fill("12,5")
      await page.getByLabel("Largest volume proposed (times)").fill("0")
      await page.getByRole("button", { name: "Create policy" }).click()
      await page.getByText("At least 1.").waitFor()
      await page.getByLabel("Largest volume proposed (times)").fill("2")
      await page.getByRole("button", { name: "Create policy" }).click()
      await page.getByRole("link", { name }).click()

      await page.getByRole("heading", { name }).waitFor()
      const created = await stored()
      assert.deepEqual([created.version, created.terms.minimum_margin, created.terms.volume_cap_factor, created.scope.segments], [1, 0.125, 2, ["nobody_at_all"]])

      await page.getByLabel("Offers stand (days)").fill("9")
      await page.getByRole("button", { name: "Save as new version" }).click()
      await page.getByText("Version 2").waitFor()
      assert.equal((await stored()).terms.offer_days, 9)

      await page.getByRole("button", { name: "Archive" }).click()
      await page.getByRole("button", { name: "Activate" }).waitFor()
      assert.equal((await stored()).status, "archived")
    })
  )

  it(
    "says where rules of routing can't work, tries terms that are not saved yet, and saves them",
    withDashboard(async ({ page, at }) => {
      const name = `Routed ${Date.now()}`
      const admin = await asAdmin(demo)
      const rule = (index) => page.getByRole("group", { name: "Routing" }).getByRole("textbox", { name: "Name" }).nth(index)

      await page.goto(at("/negotiations/policies/create"))
      await page.getByLabel("Name").first().fill(name)
      await page.getByLabel(/^Segments(?! that)/).first().fill(`nobody_${Date.now()}`)
      for (const [index, words] of ["Everything", "Deep asks"].entries()) {
        await page.getByRole("button", { name: "Add rule" }).click()
        await rule(index).fill(words)
      }
      await page.getByLabel("Discount asked, from (%)").last().fill("20")
      await page.getByRole("button", { name: "Create policy" }).click()
      await page.getByText(/never reached: “Everything” above/).waitFor()

      await page.getByRole("button", { name: /^Move .*Deep asks.* up$/ }).click()
      await page.getByRole("button", { name: "Create policy" }).click()
      await page.getByRole("link", { name }).click()
      await page.getByRole("heading", { name }).waitFor()
      await page.getByRole("button", { name: /^Remove .*Everything/ }).click()
      await page.getByLabel("Pieces", { exact: true }).fill("20")
      await page.getByLabel("Price asked").fill("90")
      await page.getByRole("button", { name: "Ask the engine" }).click()
      await page.getByText(/by the rule “Deep asks”/).waitFor()
      await page.getByLabel("Price asked").fill("110")
      await page.getByRole("button", { name: "Ask the engine" }).click()
      await page.getByText("Countered").waitFor()

      const stored = async () => (await admin.get("/admin/negotiation-policies?limit=100")).policies.find((policy) => policy.name === name)
      assert.deepEqual((await stored()).terms.routing.map((each) => each.name), ["Deep asks", "Everything"], "trying stores nothing")
      await page.getByRole("button", { name: "Save as new version" }).click()
      await page.getByText("Version 2").waitFor()
      const { terms, id } = await stored()
      assert.deepEqual(terms.routing.map((each) => [each.name, each.when.depth_from]), [["Deep asks", 0.2]])
      await admin.post(`/admin/negotiation-policies/${id}/archive`)
    })
  )

  it(
    "starts afresh with a company, with a note",
    withDashboard(async ({ page, at }) => {
      const { admin, negotiation } = await freshReviewedCase(demo, 26)
      await page.goto(at("/negotiations/companies"))
      await page.getByRole("row", { name: /Fjord Rail/ }).getByRole("button").click()
      await page.getByRole("menuitem", { name: "Start afresh" }).click()
      const dialog = page.getByRole("dialog")
      await dialog.getByRole("button", { name: "Start afresh" }).click()
      await dialog.getByText("Write a note: why is this right?").waitFor()
      await dialog.getByLabel("Note").fill("New frame contract.")
      await dialog.getByRole("button", { name: "Start afresh" }).click()
      await page.getByText("Started afresh").first().waitFor()
      assert.equal((await admin.get(`/admin/negotiations/${negotiation.id}`)).negotiation.status, "withdrawn")
    })
  )

  it(
    "opens a policy that is older than some of its terms, and saves it",
    withDashboard(async ({ page, at }) => {
      const admin = await asAdmin(demo)
      const stored = async () => (await admin.get("/admin/negotiation-policies/npol_default")).policy
      const before = await stored()
      await page.goto(at("/negotiations/policies/npol_default"))
      const days = page.getByLabel("Reminder of promised volume (days)")
      assert.equal(await days.inputValue(), String(before.terms.commitment_reminder_days ?? 14))
      await days.fill(String((before.terms.commitment_reminder_days ?? 14) + 1))
      await page.getByRole("combobox", { name: "When promised volume is not bought" }).click()
      await page.getByRole("option", { name: "A person decides its cases" }).click()
      await page.getByRole("button", { name: "Save as new version" }).click()
      await page.getByText(`Version ${before.version + 1}`, { exact: true }).waitFor()
      const { terms } = await stored()
      assert.deepEqual(
        [terms.commitment_reminder_days, terms.on_missed_commitment, terms.promotion_stacking],
        [(before.terms.commitment_reminder_days ?? 14) + 1, "person", before.terms.promotion_stacking ?? "none"]
      )
    })
  )

  it(
    "says for whom a company's agreements hold",
    withDashboard(async ({ page, at }) => {
      const admin = await asAdmin(demo)
      const company = async () => (await admin.get("/admin/negotiation-companies?q=Fjord")).companies[0]
      const before = await company()
      try {
        await page.goto(at("/negotiations/companies"))
        await page.getByRole("row", { name: /Fjord Rail/ }).getByRole("button").click()
        await page.getByRole("menuitem", { name: "Edit settings" }).click()
        const dialog = page.getByRole("dialog")
        await dialog.getByRole("switch", { name: "Agreements hold for all its buyers" }).click()
        await dialog.getByText(/only for the buyer who agreed on it/).waitFor()
        await dialog.getByRole("button", { name: "Save" }).click()
        await page.getByRole("row", { name: /Fjord Rail/ }).getByText("Agreements for one buyer").waitFor()
        assert.equal((await company()).shares_agreements, false)
      } finally {
        await admin.post("/admin/negotiation-companies", { customer_group_id: before.customer_group_id, shares_agreements: true })
      }
    })
  )

  it(
    "adds a cost",
    withDashboard(async ({ page, at }) => {
      const admin = await asAdmin(demo)
      const [product] = demo.products
      const costs = async () => (await admin.get(`/admin/negotiation-costs?variant_id=${product.variant_id}`)).costs
      const before = await costs()
      const now = before.find((cost) => cost.currency_code === demo.currency_code)

      await page.goto(at("/negotiations/costs"))
      await page.getByRole("button", { name: "Add cost" }).click()
      const dialog = page.getByRole("dialog")
      await dialog.getByRole("combobox", { name: "Variant" }).click()
      await dialog.getByRole("combobox", { name: "Variant" }).fill(product.title)
      // What was there before the search found something goes.
      await page.getByRole("option", { name: product.title }).first().click()
      await dialog.getByLabel("Currency").fill(demo.currency_code.toUpperCase())
      await dialog.getByLabel("Cost per piece").fill("1,000")
      await dialog.getByRole("button", { name: "Save" }).click()
      await dialog.getByText("without thousands separators").waitFor()
      await dialog.getByLabel("Cost per piece").fill(String(now.unit_cost))
      await dialog.getByRole("button", { name: "Save" }).click()
      await page.getByText("Cost added").first().waitFor()
      assert.equal((await costs()).length, before.length + 1)
    })
  )
})
