import { mainThread, processOf } from "./trace.mjs"

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
const ASK = [CART, ".line .about .button:not(.soft)"]

/** A tap on what has appeared, from the browser's own input. */
async function tap(page, path) {
  const { x, y } = await appears(page, path)
  await page.mouse.click(x, y)
}

/** A script without an address is none of the page's: the test tool puts it in, 14 to 23 ms of it were seen. Its time is taken off. */
const ofTool = ({ name, args }) => name === "EvaluateScript" && !args.data?.url

/** Whether an event is part of a task. */
const holds = (task, { start, wall }) => start >= task.start && start + wall <= task.start + task.wall

/**
 * The longest task of the main thread as a processor four times as slow would take for it, from the first byte of the page over the open
 * panel and the answer to what was agreed: the whole way is measured. Taps and typing come from the browser's own input: a test tool's
 * script in the page would be measured too.
 *
 * It is four times the time the thread had the processor. Chromium's own throttling is not used: it holds the thread up by the clock, for
 * up to a millisecond each time it finds that time has gone by, so that on a machine that does other things too the same task comes
 * out at 66 ms once and at 118 the next time.
 *
 * @param {import("playwright-core").Page} page
 * @param {import("playwright-core").CDPSession} devtools
 * @param {string} url
 * @param {string} price What is typed.
 * @param {RegExp} script Address of the page's script.
 * @returns {Promise<{ name: string, busy: number }[]>} the stops of the way, each with its longest task in milliseconds.
 */
export async function longTasks(page, devtools, url, price, script) {
  const stops = {
    load: async () => {
      await page.goto(url)
      await appears(page, ASK)
    },
    open: async () => {
      await tap(page, ASK)
      await appears(page, [...PANEL, "input[name=price]:focus"])
    },
    ask: async () => {
      await page.keyboard.type(price)
      await page.keyboard.press("Enter")
      await appears(page, [...PANEL, ".option .button"])
    },
    accept: async () => {
      await tap(page, [...PANEL, ".option .button"])
      await appears(page, [...PANEL, ".good-note"])
    },
  }
  const found = []
  let mine = null
  for (const [name, act] of Object.entries(stops)) {
    const events = await mainThread(devtools, async () => {
      await act()
      // What the last task set off is over two frames later.
      await page.evaluate(() => new Promise((resolve) => globalThis.requestAnimationFrame(() => globalThis.requestAnimationFrame(resolve))))
    })
    mine ??= processOf(events, script)
    const own = events.filter((event) => event.process === mine)
    const tools = own.filter(ofTool)
    const tasks = own.filter(({ name }) => name === "RunTask")
    if (tasks.length === 0) throw new Error("The trace tells of no task")
    const ofPage = (task) => tools.filter((tool) => holds(task, tool)).reduce((busy, tool) => busy - tool.busy, task.busy)
    found.push({ name, busy: SLOWER * Math.max(...tasks.map(ofPage)) })
  }
  return found
}
