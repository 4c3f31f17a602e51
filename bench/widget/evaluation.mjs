import { mainThread } from "./trace.mjs"

/** Of compiling only the widget's own file counts; evaluating is of the page's one module, within which the widget's is. */
const isOfWidget = ({ name, args }) => name === "v8.evaluateModule" || (name === "v8.compileModule" && String(args.data?.url).includes("/widget/"))

/**
 * How long the main thread is busy with compiling and evaluating the widget's script on a page that loads it for the first time.
 *
 * @param {import("playwright-core").Page} page
 * @param {import("playwright-core").CDPSession} devtools
 * @param {string} url
 * @returns {Promise<number>} milliseconds of thread time.
 */
export async function evaluation(page, devtools, url) {
  const events = await mainThread(devtools, async () => {
    await page.goto(url)
    await page.locator("negotiation-cart .line h3").waitFor()
  })
  const steps = events.filter(isOfWidget)
  if (!["v8.compileModule", "v8.evaluateModule"].every((name) => steps.some((step) => step.name === name))) throw new Error("The trace does not tell of the widget")
  return steps.reduce((sum, { busy }) => sum + busy, 0)
}
