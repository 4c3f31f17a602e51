import fs from "node:fs"
import path from "node:path"
import { browserPath } from "./browser-path.mjs"
import { demoStore } from "./demo-store.mjs"
import { failureOfJourney } from "./failures.mjs"
import { start } from "./processes.mjs"
import { Sentence } from "./say.mjs"
import { ROOT } from "./settings.mjs"

/** Where each suite's journeys are: the merchant's through the dashboard, the buyer's through the shop. */
const JOURNEYS = { admin: "admin/journeys", shop: "storefront/journeys" }

/**
 * Reads what `journey-reporter.mjs` wrote.
 *
 * @param {string} report
 * @returns {{ passed: number, failed: number, failures: import("./failures.mjs").Failure[] }} a report without its sums is one failure.
 */
export function readJourneys(report) {
  const lines = report.split("\n").filter((line) => line !== "").map((line) => JSON.parse(line))
  const failures = lines.flatMap(({ failure }) => (failure === undefined ? [] : [failureOfJourney(failure)]))
  const { pass, fail, cancelled } = Object.fromEntries(lines.flatMap(({ sum, count }) => (sum === undefined ? [] : [[sum, count]])))
  if ([pass, fail, cancelled].includes(undefined)) return { passed: 0, failed: 1, failures: [...failures, { file: "journeys", title: "left no whole report", message: "" }] }
  return { passed: pass, failed: fail + cancelled, failures }
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
 * @returns {Promise<{ passed: number, failed: number, failures: import("./failures.mjs").Failure[] }>}
 * @throws {Sentence} where the store does not come up.
 */
export async function runJourneySuite(suite, patterns, env, folder) {
  const journeys = path.join(ROOT, JOURNEYS[suite])
  const files = fs.readdirSync(journeys).filter((name) => name.endsWith(".spec.mjs") && (patterns.length === 0 || patterns.some((part) => name.includes(part))))
  if (files.length === 0) return { passed: 0, failed: 0, failures: [] }
  const demoEnv = await demoStore(folder, env)
  const report = path.join(folder, `${suite}.report`)
  const reporters = [
    ["spec", "stdout"],
    [path.join(ROOT, "scripts/lib/journey-reporter.mjs"), report],
  ].flatMap(([reporter, destination]) => [`--test-reporter=${reporter}`, `--test-reporter-destination=${destination}`])
  const args = ["--test", "--test-concurrency=1", ...reporters, ...files.map((name) => path.join(journeys, name))]
  const child = start(process.execPath, args, { cwd: ROOT, env: demoEnv, stdio: ["ignore", "inherit", "inherit"] })
  await new Promise((resolve) => child.once("exit", resolve))
  return readJourneys(fs.existsSync(report) ? fs.readFileSync(report, "utf8") : "")
}
