import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { asAdmin } from "../../scripts/lib/shop-client.mjs"
import { freshReviewedCase } from "../lib/cases.mjs"
import { journeys } from "../lib/journey.mjs"
import { NARROW } from "../lib/browser.mjs"

const QUEUE_ROUTE = /\/admin\/negotiations\?/
const METRICS_ROUTE = /\/admin\/negotiation-metrics/

describe("the queue", () => {
  const { demo, withDashboard } = journeys()

  it(
    "is walked and opened from the keyboard",
    withDashboard(async ({ page, at }) => {
      await freshReviewedCase(demo, 21)
      await page.goto(at("/negotiations"))
      await page.locator("[data-row-link]").first().waitFor()
      await page.keyboard.press("j")
      const first = await page.evaluate(() => globalThis.document.activeElement?.getAttribute("data-row-link"))
      await page.keyboard.press("j")
      await page.keyboard.press("k")
      assert.equal(await page.evaluate(() => globalThis.document.activeElement?.getAttribute("data-row-link")), first)
      await page.keyboard.press("Enter")
      await page.waitForURL(new RegExp(`/negotiations/${first}$`))
    })
  )

  it(
    "keeps its view and search in the address",
    withDashboard(async ({ page, at }) => {
      await page.goto(at("/negotiations"))
      await page.getByRole("tab", { name: "All" }).click()
      await page.getByRole("tab", { name: "All", selected: true }).waitFor()
      await page.waitForURL(/view=all/)
      await page.getByPlaceholder("Search").fill("no such company")
      await page.getByText("Nothing found").waitFor()
      await page.reload()
      await page.getByText("Nothing found").waitFor()
      assert.equal(await page.getByRole("tab", { name: "All" }).getAttribute("aria-selected"), "true")
    })
  )

  it(
    "says what went wrong and tries again",
    withDashboard(async ({ page, at, errors }) => {
      await page.route(QUEUE_ROUTE, (route) => route.fulfill({ status: 500, json: { type: "unknown_error", message: "The database is away." } }))
      await page.goto(at("/negotiations"))
      await page.getByRole("alert").getByText("The database is away.").waitFor()
      await page.unroute(QUEUE_ROUTE)
      await page.getByRole("button", { name: "Try again" }).click()
      await page.getByRole("table").or(page.getByText("Nothing to decide")).first().waitFor()
      errors.length = 0
    })
  )

  it(
    "fits a narrow screen: nothing but tables scrolls sideways",
    withDashboard(
      async ({ page, at }) => {
        const { negotiation } = await freshReviewedCase(demo, 22)
        for (const path of ["/negotiations", `/negotiations/${negotiation.id}`, "/negotiations/agreements", "/negotiations/tracking", "/negotiations/policies"]) {
          await page.goto(at(path))
          await page.getByRole("heading", { level: 1 }).first().waitFor()
          const overflow = await page.evaluate(() => globalThis.document.documentElement.scrollWidth - globalThis.document.documentElement.clientWidth)
          assert.ok(overflow <= 0, `${path} is ${overflow}px too wide`)
        }
      },
      { viewport: NARROW }
    )
  )
})

describe("the tracking page", () => {
  const { demo, withDashboard } = journeys()

  it(
    "shows the API's own figures, and the measure that is chosen",
    withDashboard(async ({ page, at }) => {
      await freshReviewedCase(demo, 23)
      const { total } = await (await asAdmin(demo)).get("/admin/negotiation-metrics")
      await page.goto(at("/negotiations/tracking"))
      await page.getByRole("button", { name: new RegExp(`^Requests ${total.requests} `) }).waitFor()
      await page.getByRole("button", { name: /^Win rate/ }).click()
      await page.getByRole("heading", { name: "Win rate by week" }).waitFor()
      assert.equal(await page.getByRole("columnheader").count(), 7)
    })
  )

  it(
    "is honest where there is nothing to measure",
    withDashboard(async ({ page, at }) => {
      await page.goto(at("/negotiations/tracking?segment=nobody"))
      await page.getByText("Nothing to measure yet").waitFor()
    })
  )

  it(
    "says what went wrong",
    withDashboard(async ({ page, at, errors }) => {
      await page.route(METRICS_ROUTE, (route) => route.abort())
      await page.goto(at("/negotiations/tracking"))
      await page.getByRole("alert").getByRole("button", { name: "Try again" }).waitFor()
      errors.length = 0
    })
  )
})
