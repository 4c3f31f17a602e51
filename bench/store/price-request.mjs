#!/usr/bin/env node
import { performance } from "node:perf_hooks"
import { readDemo } from "../../scripts/lib/demo-file.mjs"
import { Sentence, say } from "../../scripts/lib/say.mjs"
import { readSettings } from "../../scripts/lib/settings.mjs"
import { asAdmin, asBuyer, cartWith, startAfresh } from "../../scripts/lib/shop-client.mjs"

/**
 * `npm run bench:store`: what a price request costs against Medusa's own "add to cart", on the same running demo store,
 * in turns. Every price request is a decision of its own: a buyer and an article that company has not asked for since
 * the merchant started afresh with it. Prints both medians and their ratio; exit code 1 above the target.
 */
const PAIRS = Number(process.env.BENCH_PAIRS || 100)
const WARM_UP = 10
const TARGET = 0.5
const QUANTITY = 200
const SHARE_ASKED = 0.9

/** Median and 95th percentile of some milliseconds. */
function spread(times) {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
  return { p50: at(0.5), p95: at(0.95) }
}

async function timed(times, work) {
  const started = performance.now()
  const result = await work()
  times.push(performance.now() - started)
  return result
}

/** Buyers of different companies with all articles, so that no company asks for an article twice. */
async function combinations(demo) {
  const companies = [...new Map(demo.buyers.map((buyer) => [buyer.company, buyer])).values()]
  const admin = await asAdmin(demo)
  for (const { company } of companies) await startAfresh(admin, company, "A measurement begins.")
  const clients = await Promise.all(companies.map((buyer) => asBuyer(demo, buyer)))
  return demo.products.flatMap((product) => clients.map((client) => ({ client, product })))
}

async function main() {
  const demo = readDemo(readSettings(process.env).dataDir)
  const all = await combinations(demo)
  const wanted = Math.min(PAIRS + WARM_UP, all.length)
  const adding = []
  const asking = []
  for (const { client, product } of all.slice(0, wanted)) {
    const cart = await cartWith(client, demo.region_id, product.variant_id, QUANTITY)
    const other = demo.products.find(({ variant_id }) => variant_id !== product.variant_id)
    const ask = () =>
      client.post("/store/price-requests", {
        cart_id: cart.id,
        lines: [{ line_item_id: cart.items[0].id, target_unit_price: Math.round(product.list_unit_price * SHARE_ASKED * 100) / 100 }],
      })
    const { negotiation } = await timed(asking, ask)
    if (negotiation.status !== "awaiting_buyer") throw new Sentence(`A price request for ${product.title} was answered "${negotiation.status}": nothing to measure.`)
    await timed(adding, () => client.post(`/store/carts/${cart.id}/line-items`, { variant_id: other.variant_id, quantity: QUANTITY }))
  }
  const request = spread(asking.slice(WARM_UP))
  const add = spread(adding.slice(WARM_UP))
  const ratio = request.p50 / add.p50
  const milliseconds = (value) => `${value.toFixed(1)} ms`
  say(`POST /store/price-requests           p50 ${milliseconds(request.p50)}   p95 ${milliseconds(request.p95)}   (${wanted - WARM_UP} times)`)
  say(`POST /store/carts/:id/line-items     p50 ${milliseconds(add.p50)}   p95 ${milliseconds(add.p95)}   (in turns, same store)`)
  say(`ratio of the medians ${ratio.toFixed(2)} (target: at most ${TARGET})`)
  process.exitCode = ratio <= TARGET ? 0 : 1
}

main().catch((error) => {
  process.stderr.write(`${error instanceof Sentence ? error.message : error.stack}\n`)
  process.exitCode = 1
})
