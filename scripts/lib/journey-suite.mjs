import fs from "node:fs"
import path from "node:path"
import { browserPath } from "./browser-path.mjs"
import { demoStore } from "./demo-store.mjs"
import { start } from "./processes.mjs"
import { Sentence } from "./say.mjs"
import { ROOT } from "./settings.mjs"

/** Where each suite's journeys are: the merchant's through the dashboard, the buyer's through the shop. */
const JOURNEYS = { admin: "admin/journeys", shop: "storefront/journeys" }

/**
 * Counts what Node's test runner reported.
 *
 * @param {string} report TAP.
 * @returns {{ passed: number, failed: number }} a report without its summary is one failure.
 */
export function countTap(report) {
  const number = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, "m").exec(report)?.[1] ?? NaN)
  const passed = number("pass")
  const failed = number("fail") + number("cancelled")
  return Number.isNaN(passed) || Number.isNaN(failed) ? { passed: 0, failed: 1 } : { passed, failed }
}

/** @throws {Sentence} where there is no browser: said before anything else takes its time. */
export function needBrowser() {
  if (browserPath() === null) throw new Sentence("The admin and shop suites need a browser: install chromium, or name one in CHROMIUM_PATH.")
}

/**
 * Drives a demo store in a real browser. The suites of one run share the store.
 *
 * @param {"admin" | "shop"} suite
 * @param {string[]} patterns Parts of file names; none for every file.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} folder For the store's data and the report.
 * @returns {Promise<{ passed: number, failed: number }>}
 * @throws {Sentence} where the store does not come up.
 */
export async function runJourneySuite(suite, patterns, env, folder) {
  const journeys = path.join(ROOT, JOURNEYS[suite])
  const files = fs.readdirSync(journeys).filter((name) => name.endsWith(".spec.mjs") && (patterns.length === 0 || patterns.some((part) => name.includes(part))))
  if (files.length === 0) return { passed: 0, failed: 0 }
  const demoEnv = await demoStore(folder, env)
  const report = path.join(folder, `${suite}.tap`)
  const reporters = ["--test-reporter=spec", "--test-reporter-destination=stdout", "--test-reporter=tap", `--test-reporter-destination=${report}`]
  const args = ["--test", "--test-concurrency=1", ...reporters, ...files.map((name) => path.join(journeys, name))]
  const child = start(process.execPath, args, { cwd: ROOT, env: demoEnv, stdio: ["ignore", "inherit", "inherit"] })
  await new Promise((resolve) => child.once("exit", resolve))
  return countTap(fs.existsSync(report) ? fs.readFileSync(report, "utf8") : "")
}
