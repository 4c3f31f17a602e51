import { asBuyer, cartWith, request, startAfresh } from "../../scripts/lib/shop-client.mjs"
import { evaluation } from "./evaluation.mjs"
import { longTasks } from "./long-tasks.mjs"
import { slowdown } from "./yardstick.mjs"

const PIECES = 300
const SHARE_ASKED = 0.93
/** The shop's one script; the widget is built into it. */
const SCRIPT = /\/assets\//

/** What the widget may cost: milliseconds of the main thread. */
export const BUDGET = { evaluated_ms: 50, longest_task_ms: 100 }

/** The one in the middle. @param {number[]} figures */
export function median(figures) {
  return [...figures].sort((left, right) => left - right)[Math.floor(figures.length / 2)]
}

/** A page in a new profile, so that nothing is cached, of a buyer who is logged in and has a cart. */
async function inNewProfile(browser, kept, measure) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } })
  try {
    const page = await context.newPage()
    await page.addInitScript((names) => {
      for (const [name, value] of Object.entries(names)) globalThis.sessionStorage.setItem(name, value)
    }, kept)
    return await measure(page, await context.newCDPSession(page))
  } finally {
    await context.close()
  }
}

/**
 * Measures the cart page of the demo shop. Everything is time of the main thread with a processor, as Chromium's trace counts it: while other
 * programs have the processor nothing is counted. Where the processor itself is slower than the reference, by the yardstick taken before
 * each run, its figures are divided by how much: the budget is of work, not of a machine. That is rough still, and a machine only adds: a
 * report tells all runs and the one in the middle, a test goes on until a run was quick enough, or too many were not.
 *
 * @param {{ browser: object, demo: object, admin: object, email: string }} measured `email`: the buyer, whose company starts afresh.
 * @returns {Promise<() => Promise<{ evaluated: number, stops: { name: string, busy: number }[], slower: number }>>} one run. `slower`: how many
 * times as slow the processor was; milliseconds: compiling and evaluating the shop's whole script, and the longest task of each stop of
 * the way on a processor four times as slow.
 */
export async function measuredShop({ browser, demo, admin, email }) {
  const buyer = demo.buyers.find((each) => each.email === email)
  const client = await asBuyer(demo, buyer)
  const { token } = (await request(demo.backend_url, "POST", "/auth/customer/emailpass", { body: { email, password: buyer.password } })).data
  const url = `${demo.shop_url}/#/cart`
  return async () => {
    await startAfresh(admin, buyer.company, "A measurement begins.")
    const cart = await cartWith(client, demo.region_id, demo.products[0].variant_id, PIECES)
    const kept = { "shop:token": token, "shop:email": email, "shop:cart": cart.id }
    const price = (cart.items[0].unit_price * SHARE_ASKED).toFixed(2)
    const slower = slowdown()
    const evaluated = await inNewProfile(browser, kept, (page, devtools) => evaluation(page, devtools, url, SCRIPT))
    const tasks = await inNewProfile(browser, kept, (page, devtools) => longTasks(page, devtools, url, price, SCRIPT))
    return { evaluated: evaluated / slower, stops: tasks.map(({ name, busy }) => ({ name, busy: busy / slower })), slower }
  }
}
