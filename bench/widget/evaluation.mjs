import { mainThread, processOf } from "./trace.mjs"

/** Evaluating is of the page's one module, within which the widget's is; on the demo shop the widget is built into it. */
const ofScript = ({ name, args }, own) => name === "v8.evaluateModule" || (name === "v8.compileModule" && own.test(String(args.data?.url)))

/**
 * How long the main thread is busy with compiling and evaluating the script with the widget in it, on a page that loads it for the first time.
 *
 * @param {import("playwright-core").Page} page
 * @param {import("playwright-core").CDPSession} devtools
 * @param {string} url
 * @param {RegExp} own Address of the script.
 * @returns {Promise<number>} milliseconds of thread time.
 */
export async function evaluation(page, devtools, url, own) {
  const events = await mainThread(devtools, async () => {
    await page.goto(url)
    await page.locator("negotiation-cart .line h3").waitFor()
  })
  const mine = processOf(events, own)
  const steps = events.filter((event) => event.process === mine && ofScript(event, own))
  if (!steps.some(({ name }) => name === "v8.evaluateModule")) throw new Error("The trace does not tell of the evaluation")
  return steps.reduce((sum, { busy }) => sum + busy, 0)
}
