import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { openBrowser } from "../../admin/lib/browser.mjs"
import { readDemo } from "../../admin/lib/demo.mjs"
import { BUDGET, measuredShop } from "../../bench/widget/shop.mjs"
import { asAdmin } from "../../scripts/lib/shop-client.mjs"
import { SHOP_URL } from "./lib.mjs"

/** Each loads the page twice. A machine only adds to what a run takes, so the quickest judges, and one that is quick enough ends it; `npm run bench:widget` tells all. */
const MOST_RUNS = 10

/** What is over its budget in the quickest of the runs, with what was measured. */
function over(runs) {
  const quickest = [
    { name: "evaluation", took: Math.min(...runs.map(({ evaluated }) => evaluated)), most: BUDGET.evaluated_ms },
    ...runs[0].stops.map(({ name }, index) => ({ name, took: Math.min(...runs.map(({ stops }) => stops[index].busy)), most: BUDGET.longest_task_ms })),
  ]
  return quickest.filter(({ took, most }) => took > most)
}

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
    const measure = await measuredShop({ browser, demo, admin: await asAdmin(demo), email: demo.story.buyer_email })
    const runs = [await measure()]
    while (over(runs).length > 0 && runs.length < MOST_RUNS) runs.push(await measure())

    assert.deepEqual(over(runs), [], JSON.stringify(runs))
  })
})
