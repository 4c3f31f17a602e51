import assert from "node:assert/strict"
import { Buffer } from "node:buffer"
import { describe, it } from "node:test"
import { shopping } from "./lib.mjs"
import { accept, ask, askButton, lineOf } from "./steps.mjs"

const PLAN = { name: "plan.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n") }
const json = (status, body) => ({ status, contentType: "application/json", body: JSON.stringify(body) })

describe("what went wrong, and is done again", () => {
  const { demo, withShop } = shopping("ingrid.olsen@borealis.example.com")
  const { story } = demo
  const cart = [[story.variant_id, 300]]
  const line = (page) => lineOf(page, story.product_title)
  /** What the browser itself says of cut lines and refusals. */
  const told = (errors) => errors.splice(0, errors.length, ...errors.filter((error) => !/ERR_FAILED|status of/.test(error)))
  const offered = async (page) => {
    const panel = await ask(page, line(page), 112)
    await panel.locator(".option").first().waitFor()
    return panel
  }
  /** Notes the keys of a command as it is sent. */
  const keysOf = (page, end) => {
    const keys = []
    page.on("request", (request) => request.method() === "POST" && request.url().endsWith(end) && keys.push(request.headers()["idempotency-key"]))
    return keys
  }

  it(
    "an accept that failed is not sent by itself when the sheet is opened again; tapped again it is the same one",
    withShop(
      async ({ page, client, errors }) => {
        const panel = await offered(page)
        const keys = keysOf(page, "/accept")
        await page.route("**/accept", (route) => route.abort())
        await panel.locator(".option .button").first().click()
        await panel.getByRole("alert").getByText("The store can't be reached.").waitFor()
        const failed = keys.splice(0)
        await page.keyboard.press("Escape")
        await page.unroute("**/accept")
        await line(page).getByRole("button", { name: "See the offer" }).click()
        await panel.locator(".option").first().waitFor()
        assert.deepEqual([keys, await panel.getByRole("alert").count(), (await client.get("/store/negotiations?status=agreed")).count], [[], 0, 0])
        await panel.locator(".option .button").first().click()
        await panel.locator(".good-note").waitFor()
        assert.deepEqual(keys, failed.slice(0, 1))
        told(errors)
      },
      { cart }
    )
  )

  it(
    "words whose answer got lost are there once, whichever button sends them again",
    withShop(
      async ({ page, client, errors }) => {
        const panel = await offered(page)
        await panel.locator(".conversation summary").click()
        const messages = "**/store/negotiations/*/messages"
        await page.route(messages, async (route) => {
          await route.fetch()
          await route.abort()
        })
        await panel.getByLabel("Write to your contact").fill("Please call me")
        await panel.getByRole("button", { name: "Send", exact: true }).click()
        await panel.getByRole("button", { name: "Try again" }).waitFor()
        await page.unroute(messages)
        const answered = page.waitForResponse((answer) => answer.url().endsWith("/messages") && answer.ok())
        await panel.getByRole("button", { name: "Send", exact: true }).click()
        await answered
        const [{ id }] = (await client.get("/store/negotiations?status=awaiting_buyer&limit=1")).negotiations
        assert.deepEqual((await client.get(`/store/negotiations/${id}`)).negotiation.messages.map(({ message }) => message), ["Please call me"])
        told(errors)
      },
      { cart }
    )
  )

  it(
    "a watch that was refused is not called live, and begins again when the tab is looked at",
    withShop(
      async ({ page, errors }) => {
        await page.route("**/store/negotiations/*/events*", (route) => route.abort())
        const panel = await offered(page)
        await panel.getByRole("button", { name: "Talk to a person" }).click()
        await panel.getByRole("button", { name: "Hand over to a person" }).click()
        const kept = panel.getByText("Kept up to date", { exact: true })
        await kept.waitFor()
        const readings = /\/store\/negotiations\/[^/?]+$/
        await page.route(readings, (route) => route.fulfill(json(403, { type: "not_allowed", code: "not_allowed", message: "No" })))
        await kept.waitFor({ state: "detached" })
        await panel.getByRole("alert").waitFor()
        await page.unroute(readings)
        await page.evaluate(() => globalThis.document.dispatchEvent(new globalThis.Event("visibilitychange")))
        await kept.waitFor()
        assert.equal(await panel.getByRole("alert").count(), 0)
        told(errors)
      },
      { cart }
    )
  )

  it(
    "words with a file are on their way as one, and are sent once",
    withShop(
      async ({ page }) => {
        const panel = await offered(page)
        await panel.locator(".conversation summary").click()
        let letGo
        const held = new Promise((resolve) => (letGo = resolve))
        await page.route("**/store/negotiation-files", async (route) => {
          await held
          await route.continue()
        })
        const uploads = keysOf(page, "/negotiation-files")
        await panel.getByLabel("Write to your contact").fill("This is the plan.")
        await panel.locator("input[type=file][name=file]").setInputFiles(PLAN)
        const send = panel.getByRole("button", { name: "Send", exact: true })
        await send.click()
        await panel.getByText("Sending the file …").waitFor()
        assert.equal(await send.getAttribute("aria-disabled"), "true")
        await send.evaluate((button) => button.click())
        letGo()
        await panel.locator(".entry", { hasText: "This is the plan." }).getByRole("button", { name: PLAN.name }).waitFor()
        assert.deepEqual([uploads.length, await panel.locator(".said").count()], [1, 1])
      },
      { cart }
    )
  )

  it(
    "evidence that did not get through keeps the request back until it is there",
    withShop(
      async ({ page, errors }) => {
        await askButton(line(page)).click()
        const panel = page.locator("negotiation-panel")
        await panel.locator("summary", { hasText: "A competing offer" }).click()
        for (const [name, value] of [["price", "112"], ["competitor", "Prairie Parts"], ["competing_price", "111"]]) await panel.locator(`[name=${name}]`).fill(value)
        await page.route("**/store/negotiation-files", (route) => route.abort())
        await panel.locator("input[type=file]").setInputFiles(PLAN)
        await panel.getByText("Something went wrong. Try again.").waitFor()
        const asked = keysOf(page, "/price-requests")
        await panel.locator("form button[type=submit]").click()
        await panel.getByText("Sending the file …").waitFor()
        await panel.getByText("Something went wrong. Try again.").waitFor()
        assert.deepEqual(asked, [])
        await page.unroute("**/store/negotiation-files")
        await panel.getByRole("button", { name: "Try again", exact: true }).click()
        await panel.getByText("The file is there.").waitFor()
        assert.equal(await panel.getByRole("alert").count(), 0)
        const [request] = await Promise.all([page.waitForRequest((each) => each.url().endsWith("/price-requests")), panel.locator("form button[type=submit]").click()])
        assert.ok(request.postDataJSON().lines[0].competing_offer.file_id)
        await panel.locator(".option").first().waitFor()
        told(errors)
      },
      { cart }
    )
  )

  it(
    "a paper that can't be had is had by another try, and nothing is accepted by it",
    withShop(
      async ({ page, errors }) => {
        const panel = await offered(page)
        await page.route("**/pdf", (route) => route.abort())
        await panel.getByRole("button", { name: "Save as PDF" }).click()
        await panel.getByRole("button", { name: "Try again" }).waitFor()
        await page.unroute("**/pdf")
        const [download] = await Promise.all([page.waitForEvent("download"), panel.getByRole("button", { name: "Try again" }).click()])
        assert.match(download.suggestedFilename(), /^\d+\.pdf$/)
        assert.equal(await panel.getByRole("alert").count(), 0)
        await accept(panel, "Lowest price")
        told(errors)
      },
      { cart }
    )
  )

  it(
    "a price that can be asked for only later: the note says when",
    withShop(
      async ({ page, errors }) => {
        const panel = await offered(page)
        const details = { retry_at: "2027-03-04T12:30:00.000Z" }
        await page.route("**/counter", (route) => route.fulfill(json(409, { type: "not_allowed", code: "round_limit", message: "Later", details })))
        await panel.locator(".actions").getByRole("button", { name: "Name another price" }).click()
        await panel.getByRole("button", { name: "Send price" }).click()
        await panel.getByRole("alert").getByText(/No further price can be asked for before Mar 4, 2027, \d+:30.[AP]M\./).waitFor()
        told(errors)
      },
      { cart }
    )
  )
})
