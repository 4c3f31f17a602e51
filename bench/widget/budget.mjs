#!/usr/bin/env node
import path from "node:path"
import process from "node:process"
import { openBrowser } from "../../admin/lib/browser.mjs"
import { readDemo } from "../../scripts/lib/demo-file.mjs"
import { Sentence, say } from "../../scripts/lib/say.mjs"
import { readSettings } from "../../scripts/lib/settings.mjs"
import { asAdmin } from "../../scripts/lib/shop-client.mjs"
import { DEMO_PAGES } from "../../scripts/lib/shop.mjs"
import { kB, loads, weigh } from "../../storefront/weight.mjs"
import { BUDGET, measuredShop, median } from "./shop.mjs"

/**
 * `npm run bench:widget`: what the widget costs the page it is on, on the cart page of the demo shop of a running demo store, see
 * `shop.mjs`. The suite asserts the same (`storefront/journeys/budget.spec.mjs`); here every run is told. Exit code 1 above a budget.
 */
const RUNS = Number(process.env.BENCH_RUNS || 7)

const told = (figures) => `${Math.round(median(figures))} ms (${RUNS} runs: ${figures.map(Math.round).sort((left, right) => left - right).join(", ")})`

async function main() {
  const demo = readDemo(readSettings(process.env).dataDir)
  const browser = await openBrowser()
  const runs = []
  try {
    const measure = await measuredShop({ browser, demo, admin: await asAdmin(demo), email: demo.story.buyer_email })
    while (runs.length < RUNS) runs.push(await measure())
  } finally {
    await browser.close()
  }
  const evaluated = runs.map((run) => run.evaluated)
  for (const { language, atOnce, inAll } of loads(["es"], weigh(path.join(DEMO_PAGES, "widget")))) {
    say(`the widget in ${language}, gzipped: ${kB(inAll)} over a whole negotiation, ${kB(atOnce)} of it at once; storefront/build.mjs holds the limit`)
  }
  say(`the shop's script with the widget in it, compiled and evaluated, cold: ${told(evaluated)}, at most ${BUDGET.evaluated_ms} ms`)
  say(`this processor: ${runs.map(({ slower }) => slower.toFixed(2)).join(", ")} times as slow as the reference; its figures are divided by that`)
  const names = runs[0].stops.map(({ name }) => name)
  const over = median(evaluated) > BUDGET.evaluated_ms ? ["evaluation"] : []
  for (const [index, name] of names.entries()) {
    const figures = runs.map(({ stops }) => stops[index].busy)
    say(`longest task on a processor four times as slow, ${name}: ${told(figures)}, at most ${BUDGET.longest_task_ms} ms`)
    if (median(figures) > BUDGET.longest_task_ms) over.push(name)
  }
  if (over.length > 0) throw new Sentence(`Over budget: ${over.join(", ")}`)
}

main().catch((error) => {
  process.stderr.write(`${error instanceof Sentence ? error.message : error.stack}\n`)
  process.exit(1)
})
