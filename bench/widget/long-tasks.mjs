import { mainThread } from "./trace.mjs"

const SLOWER = 4
const PATIENCE_MS = 60_000

/** Where the middle of an element is, through the shadow roots on the way to it. */
const middleOf = (page, path) =>
  page.evaluate((selectors) => {
    let root = globalThis.document
    let found = null
    for (const selector of selectors) {
      found = root?.querySelector(selector) ?? null
      root = found?.shadowRoot ?? found
    }
    if (found === null) return null
    found.scrollIntoView({ block: "center" })
    const { x, y, width, height } = found.getBoundingClientRect()
    return { x: x + width / 2, y: y + height / 2 }
  }, path)

/** Waits for an element the way the page itself would know of it. @returns the middle of it */
async function appears(page, path) {
  for (const end = Date.now() + PATIENCE_MS; ; ) {
    const middle = await middleOf(page, path)
    if (middle !== null) return middle
    if (Date.now() > end) throw new Error(`Never came: ${path.join(" ")}`)
    await page.evaluate(() => new Promise((resolve) => globalThis.requestAnimationFrame(resolve)))
  }
}

const CART = "negotiation-cart"
const PANEL = [CART, "negotiation-panel"]

/**
 * The longest task of the main thread while a panel is opened and a price asked for, on a processor four times as slow. Taps and
 * typing come from the browser's own input: a test tool's script in the page would be measured too.
 *
 * @param {import("playwright-core").Page} page
 * @param {import("playwright-core").CDPSession} devtools
 * @param {string} url
 * @param {string} price What is typed.
 * @returns {Promise<{ busy: number, wall: number }>} milliseconds: in thread time, and as the page's own `longtask` entries tell (0: none took 50).
 */
export async function longTasks(page, devtools, url, price) {
  await page.goto(url)
  const ask = await appears(page, [CART, ".line .about .button:not(.soft)"])
  await page.evaluate(() => {
    globalThis.tasks = []
    new globalThis.PerformanceObserver((list) => globalThis.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" })
  })
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER })
  const events = await mainThread(devtools, async () => {
    await page.mouse.click(ask.x, ask.y)
    await appears(page, [...PANEL, "input[name=price]:focus"])
    await page.keyboard.type(price)
    await page.keyboard.press("Enter")
    await appears(page, [...PANEL, ".option .button"])
    // The observer hears of a task after it: two frames later it has.
    await page.evaluate(() => new Promise((resolve) => globalThis.requestAnimationFrame(() => globalThis.requestAnimationFrame(resolve))))
  })
  const [longest] = events.filter(({ name }) => name === "RunTask").sort((left, right) => right.busy - left.busy)
  if (longest === undefined) throw new Error("The trace tells of no task")
  return { busy: longest.busy, wall: Math.max(0, ...(await page.evaluate(() => globalThis.tasks))) }
}
