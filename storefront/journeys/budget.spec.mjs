import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { openBrowser } from "../../admin/lib/browser.mjs"
import { readDemo } from "../../admin/lib/demo.mjs"
import { BUDGET, measureShop } from "../../bench/widget/shop.mjs"
import { asAdmin } from "../../scripts/lib/shop-client.mjs"
import { SHOP_URL } from "./lib.mjs"

/** Each loads the page twice. What else a machine does only adds to what a run takes, so the quickest judges; `npm run bench:widget` tells all. */
const RUNS = 5

describe("what the widget costs its page", () => {
  const demo = { ...readDemo(), shop_url: SHOP_URL }
  let browser
  before(async () => {
    browser = await openBrowser()
  })
  after(async () => {
    await browser?.close()
  })

  it(`script evaluated within ${BUDGET.evaluated_ms} ms, and on a processor four times as slow no task over ${BUDGET.longest_task_ms} ms: loading, opening, asking, accepting`, async () => {
    const { evaluated, stops, slower } = await measureShop({ browser, demo, admin: await asAdmin(demo), email: demo.story.buyer_email, runs: RUNS })
    const longest = Object.fromEntries(stops[0].map(({ name }, index) => [name, Math.round(Math.min(...stops.map((run) => run[index].busy)))]))

    assert.ok(Math.min(...evaluated) <= BUDGET.evaluated_ms, `evaluated in ${evaluated.map(Math.round).join(", ")} ms`)
    assert.deepEqual(Object.entries(longest).filter(([, busy]) => busy > BUDGET.longest_task_ms), [], `${JSON.stringify(stops)}, divided by ${slower.join(", ")}`)
  })
})
