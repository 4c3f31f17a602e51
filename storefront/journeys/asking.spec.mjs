import assert from "node:assert/strict"
import { Buffer } from "node:buffer"
import { describe, it } from "node:test"
import { shopping } from "./lib.mjs"
import { ask, askButton, caseInReview, lineOf, order } from "./steps.mjs"

const OFFER = { name: "offer.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n") }
const PLAN = { name: "plan.png", mimeType: "image/png", buffer: Buffer.from("89504e470d0a1a0a0000000d49484452", "hex") }

describe("asking for more than one price", () => {
  const { demo, withShop } = shopping("dev.anand@cobalt.example.com")
  const [first, second] = [demo.products[5], demo.products[6]]
  const [many, few] = [200, 100]
  const asked = Math.round((first.list_unit_price * many + second.list_unit_price * few) * 0.97)

  it(
    "a price for the whole cart: each line's price is told before it is accepted, stands in the cart, and is ordered",
    withShop(
      async ({ page, client }) => {
        await page.getByRole("button", { name: "Ask for a price for the whole cart" }).click()
        const panel = page.locator("negotiation-panel")
        await panel.locator("input[name=price]").fill(String(asked))
        await panel.locator("form button[type=submit]").click()
        await panel.locator(".option").first().waitFor()
        const { negotiations } = await client.get("/store/negotiations?status=awaiting_buyer&limit=1")
        const [{ offer, lines }] = negotiations
        const [option] = offer.options
        const card = panel.locator(".option").first()
        await card.getByRole("button", { name: "Accept" }).click()
        await panel.locator(".good-note").waitFor()
        const told = await panel.locator(".good-note").innerText()
        for (const { unit_price } of option.lines) assert.ok(told.includes(`$${unit_price.toFixed(2)}`.replace(/\.00$/, "")), `${unit_price} in "${told}"`)
        await page.keyboard.press("Escape")
        for (const { line_id, unit_price } of option.lines) {
          const { title } = lines.find(({ id }) => id === line_id)
          await lineOf(page, title).getByText(`$${unit_price.toFixed(2)}`.replace(/\.00$/, "") + " each").waitFor()
        }
        await order(page)
        const { orders } = await client.get("/store/orders?limit=1&order=-created_at&fields=id,*items")
        const prices = (items) => items.map(({ variant_id, quantity, unit_price }) => `${variant_id} ${quantity} ${unit_price}`).sort()
        assert.deepEqual(prices(orders[0].items), prices(option.lines))
      },
      { cart: [[first.variant_id, many], [second.variant_id, few]] }
    )
  )
})

describe("asking with what speaks for it", () => {
  const { demo, withShop } = shopping("luis.ortega@delta-agri.example.com")
  const article = demo.products[8]
  const PRICE = Math.round(article.list_unit_price * 0.9 * 100) / 100
  const cart = [[article.variant_id, 150]]

  it(
    "need, competing offer with its file, and a file with a message all reach the person who decides, as they were given",
    withShop(
      async ({ page, admin, buyer }) => {
        await askButton(lineOf(page, article.title)).click()
        const panel = page.locator("negotiation-panel")
        const fill = (name, value) => panel.locator(`[name=${name}]`).fill(value)
        for (const summary of await panel.locator("summary").all()) await summary.click()
        await fill("purpose", "Baler line")
        await fill("annual_volume", "600")
        await fill("needed_by", "2027-03-01")
        await fill("message", "We decide this week.")
        await fill("competitor", "Prairie Parts")
        await fill("competing_price", String(PRICE))
        await fill("competing_quantity", "160")
        await fill("competing_until", "2027-02-01")
        await panel.locator("input[type=file]").setInputFiles(OFFER)
        await panel.getByText("The file is there.").waitFor()
        await fill("price", String(PRICE))
        await panel.locator("form button[type=submit]").click()
        await panel.getByRole("button", { name: "Talk to a person" }).click()
        await panel.getByRole("button", { name: "Hand over to a person" }).click()
        await panel.getByRole("heading", { name: "A person is looking at your request" }).waitFor()
        await panel.getByLabel("Write to your contact").fill("This is where it goes.")
        await panel.locator("input[type=file][name=file]").setInputFiles(PLAN)
        await panel.getByRole("button", { name: "Send", exact: true }).click()
        await panel.locator(".entry", { hasText: "This is where it goes." }).getByRole("button", { name: PLAN.name }).waitFor()

        const found = await caseInReview(admin, buyer.company)
        assert.deepEqual(found.context, { purpose: "Baler line", annual_volume: 600, needed_by: "2027-03-01" })
        const [{ id: line_id, competing_offer }] = found.lines
        const { file_id, ...offer } = competing_offer
        assert.deepEqual(offer, { competitor: "Prairie Parts", unit_price: PRICE, quantity: 160, valid_until: "2027-02-01" })
        const message = found.messages.find(({ message }) => message === "This is where it goes.")
        const evidence = found.files.map(({ name, type, size, line_id, message_id }) => ({ name, type, size, line_id, message_id }))
        assert.deepEqual(evidence.sort((left, right) => left.name.localeCompare(right.name)), [
          { name: OFFER.name, type: OFFER.mimeType, size: OFFER.buffer.length, line_id, message_id: null },
          { name: PLAN.name, type: PLAN.mimeType, size: PLAN.buffer.length, line_id: null, message_id: message.id },
        ])
        assert.equal(found.files.find(({ name }) => name === OFFER.name).id, file_id)
        assert.ok(found.messages.some(({ message }) => message === "We decide this week."))

        const download = page.waitForEvent("download")
        await panel.getByRole("button", { name: PLAN.name }).click()
        assert.equal((await download).suggestedFilename(), PLAN.name)
      },
      { cart }
    )
  )

  it(
    "how it went, and a word about it, reach the merchant's figures",
    withShop(
      async ({ page, admin }) => {
        const ratings = async () => (await admin.get("/admin/negotiation-metrics")).ratings
        const before = await ratings()
        const panel = await ask(page, lineOf(page, article.title), PRICE)
        await panel.locator(".option .button").first().click()
        await panel.locator(".good-note").waitFor()
        const group = panel.getByRole("group", { name: "How did this go?" })
        const [rated] = await Promise.all([page.waitForResponse((answer) => answer.url().includes("/store/negotiation-") && answer.request().postData()?.includes('"rating":4')), group.getByRole("button", { name: "4 / 5" }).click()])
        assert.ok(rated.ok())
        const remark = `Quick. ${Date.now()}`
        await panel.getByLabel("Anything to add?").fill(remark)
        await Promise.all([page.waitForResponse((answer) => answer.request().postData()?.includes(remark)), panel.getByRole("button", { name: "Send", exact: true }).first().click()])
        await panel.getByText("Thank you.").waitFor()
        const after = await ratings()
        assert.deepEqual([after.count, after.counts[3]], [before.count + 1, before.counts[3] + 1])
        assert.deepEqual([after.remarks[0].rating, after.remarks[0].comment], [4, remark])
      },
      { cart }
    )
  )
})
