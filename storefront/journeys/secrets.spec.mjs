import assert from "node:assert/strict"
import { Buffer } from "node:buffer"
import fs from "node:fs"
import { describe, it } from "node:test"
import { inflateSync } from "node:zlib"
import { shopping } from "./lib.mjs"
import { receiving, secretKeysIn } from "./received.mjs"
import { accept, ask, caseInReview, lineOf, order } from "./steps.mjs"

/** What an article costs its seller, in the shop's currency. */
async function costOf(admin, demo, variantId) {
  const { costs } = await admin.get(`/admin/negotiation-costs?variant_id=${variantId}`)
  return costs.filter(({ currency_code }) => currency_code === demo.currency_code).map(({ unit_cost }) => unit_cost)
}

/** Figures of the policies' terms that stand for nothing else: shares, also as words, and limits. Small whole numbers are pieces and days too. */
async function policyFigures(admin) {
  const { policies } = await admin.get("/admin/negotiation-policies?limit=100")
  const figures = [...new Set(JSON.stringify(policies.map(({ terms }) => terms)).match(/(?<=:)(0\.\d+|\d{5,})\b/g) ?? [])].map(Number)
  return { figures, words: figures.filter((figure) => figure < 1).map((share) => `${Number((share * 100).toFixed(4))}%`) }
}

/** Texts on a paper of the plugin's own making. */
async function paperOf(download) {
  const body = fs.readFileSync(await download.path()).toString("latin1")
  const drawn = [...body.matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, packed]) => inflateSync(Buffer.from(packed, "latin1")).toString("latin1")).join("\n")
  return [...drawn.matchAll(/<([0-9a-f]*)> Tj/g)].map(([, hex]) => Buffer.from(hex, "hex").toString("latin1")).join("\n")
}

/** What no page may have received: names of the seller's own, names of policies, costs and floors of the articles it was about. */
async function assertNothingTold({ admin, demo, received, articles, company, known }) {
  await received.all()
  assert.deepEqual(received.secretKeys(), [])
  const { policies } = await admin.get("/admin/negotiation-policies?limit=100")
  const text = received.text()
  for (const { name } of policies) assert.ok(!text.includes(name), `a page was told of the policy "${name}"`)

  const costs = (await Promise.all(articles.map((id) => costOf(admin, demo, id)))).flat()
  const { companies } = await admin.get(`/admin/negotiation-companies?q=${encodeURIComponent(company)}`)
  const { negotiations } = await admin.get(`/admin/negotiations?company_id=${companies[0].id}&limit=1`)
  const { negotiation } = await admin.get(`/admin/negotiations/${negotiations[0].id}`)
  const floors = negotiation.lines.map(({ floor_unit_price }) => floor_unit_price)
  assert.ok(costs.length >= articles.length && floors.every((floor) => floor > 0), "what is looked for is known")
  assert.deepEqual(received.showing([...costs, ...floors]), [])
  const { figures, words } = await policyFigures(admin)
  assert.ok(figures.length > 5, "the policies' figures are known")
  assert.deepEqual(received.showing(figures), [])
  assert.deepEqual(received.saying(words), [])
  // The search finds what is there: the merchant's own view of the case is full of it,
  const merchants = new Set(secretKeysIn(negotiation))
  for (const key of ["cost", "floor_unit_price", "margin", "policy_version", "trace", "rule"]) assert.ok(merchants.has(key), `${key} is found where it is`)
  // and a figure everybody may see is there as a number and in words.
  assert.ok(received.showing([known]).some((place) => place.startsWith("unit_price: ")) && received.showing([known]).some((place) => place.startsWith("headline: ")))
}

describe("what the pages receive: the story", () => {
  const { demo, withShop } = shopping("tom.reyes@acme.example.com")
  const { story } = demo
  const received = receiving(demo.backend_url)

  it(
    "from the catalogue over refusal and a person's answer to the order: no cost, no floor, no policy",
    withShop(
      async ({ page, admin, buyer }) => {
        await page.getByRole("link", { name: story.product_title }).click()
        await page.getByLabel("Pieces").fill(String(story.quantity))
        await page.getByRole("button", { name: "Add to the cart" }).click()
        const panel = await ask(page, lineOf(page, story.product_title), story.target_unit_price)
        await panel.locator(".option").first().waitFor()
        await panel.getByRole("button", { name: "Refuse" }).click()
        await panel.getByRole("button", { name: "Refuse the offer" }).click()
        await panel.getByRole("heading", { name: "A person is looking at your request" }).waitFor()
        // What the person decides is to come over the stream, which is looked into below.
        await panel.getByText("Live", { exact: true }).waitFor()
        const { id, version, lines } = await caseInReview(admin, buyer.company)
        await admin.post(`/admin/negotiations/${id}/notes`, { note: "They would pay 118, our floor is 94.12." })
        await admin.post(`/admin/negotiations/${id}/counter`, { version, reason_code: "relationship", note: "Bought for 80.", lines: [{ line_id: lines[0].id, unit_price: 115 }] })
        await accept(panel, "$115")
        const download = page.waitForEvent("download")
        await panel.getByRole("button", { name: "Save as PDF" }).click()
        const paper = await paperOf(await download)
        assert.match(paper, /\$115/)
        const { negotiation } = await admin.get(`/admin/negotiations/${id}`)
        const own = [await costOf(admin, demo, story.variant_id), negotiation.lines[0].floor_unit_price, "Bought for", "would pay", "floor", "margin", "cost", negotiation.policy.name].flat()
        assert.deepEqual(own.filter((each) => new RegExp(`(^|[^\\d.])${String(each).replaceAll(".", "\\.")}([^\\d]|$)`, "m").test(paper)), [])
        await page.keyboard.press("Escape")
        await order(page)
        await page.getByRole("link", { name: "Negotiations" }).click()
        await page.locator("negotiation-list .item .chip").first().waitFor()
        assert.ok(received.showing([115], /\/events/).length > 0, "the event stream was heard")
        await assertNothingTold({ admin, demo, received, articles: [story.variant_id], company: buyer.company, known: 115 })
        for (const note of ["Bought for 80", "They would pay 118", "our floor is"]) assert.ok(!received.text().includes(note), note)
      },
      { at: "#/", watch: received.watch }
    )
  )
})

describe("what the pages receive: conditions", () => {
  const { demo, withShop } = shopping("marcus.webb@borealis.example.com")
  const { story } = demo
  const received = receiving(demo.backend_url)

  it(
    "deliveries and ways to pay, explained and agreed on: no cost, no floor, no policy",
    withShop(
      async ({ page, admin, buyer }) => {
        const panel = await ask(page, lineOf(page, story.product_title), 118)
        await panel.locator(".option").first().waitFor()
        for (const summary of await panel.locator("summary").all()) await summary.click()
        await accept(panel, "with Consolidated freight")
        await page.keyboard.press("Escape")
        await order(page, /Consolidated freight/)
        await assertNothingTold({ admin, demo, received, articles: [story.variant_id], company: buyer.company, known: 118 })
      },
      { cart: [[story.variant_id, 300]], watch: received.watch }
    )
  )
})

describe("what the pages receive: articles", () => {
  const { demo, withShop } = shopping("ruth.calloway@cobalt.example.com")
  const [asked, instead] = ["Directional valve HV 4/3, 24 V", "Directional valve HV 4/3, 24 V, aluminium"]
  const [variant, other] = [asked, instead].map((name) => demo.products.find(({ title }) => title === name).variant_id)
  const received = receiving(demo.backend_url)

  it(
    "a substitute: the cost of neither article, no floor, no policy",
    withShop(
      async ({ page, admin, buyer }) => {
        const panel = await ask(page, lineOf(page, asked), 70)
        await accept(panel, instead)
        await page.keyboard.press("Escape")
        await order(page)
        await assertNothingTold({ admin, demo, received, articles: [variant, other], company: buyer.company, known: 66 })
      },
      { cart: [[variant, 200]], watch: received.watch }
    )
  )
})
