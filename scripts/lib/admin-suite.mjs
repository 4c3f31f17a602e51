import fs from "node:fs"
import path from "node:path"
import { freePort } from "./ports.mjs"
import { end, lastLines, start, until } from "./processes.mjs"
import { Sentence, step } from "./say.mjs"
import { ROOT } from "./settings.mjs"

const UP_MS = 15 * 60_000

/**
 * Starts a demo store of its own, the way `npm start` does.
 *
 * @param {string} dataDir
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<import("node:child_process").ChildProcess>}
 * @throws {Sentence} where it does not come up.
 */
async function startDemo(dataDir, env) {
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o755 })
  const logFile = path.join(dataDir, "start.log")
  const log = fs.openSync(logFile, "w")
  const child = start(process.execPath, [path.join(ROOT, "scripts/start.mjs")], { cwd: ROOT, env, stdio: ["ignore", log, log] })
  fs.closeSync(log)
  const ended = () => child.exitCode !== null || child.signalCode !== null
  // The file is written once the store is healthy.
  await until(() => ended() || fs.existsSync(path.join(dataDir, "demo.json")), UP_MS)
  if (ended() || !fs.existsSync(path.join(dataDir, "demo.json"))) {
    await end(child, { patience: 60_000 })
    throw new Sentence(`The demo store for the admin's journeys did not start:\n${lastLines(logFile)}`)
  }
  return child
}

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

/**
 * Drives the dashboard of a demo store in a real browser: the files of `admin/journeys`.
 *
 * @param {string[]} patterns Parts of file names; none for every file.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} folder For the store's data and the report.
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runAdminSuite(patterns, env, folder) {
  const journeys = path.join(ROOT, "admin/journeys")
  const files = fs.readdirSync(journeys).filter((name) => name.endsWith(".spec.mjs") && (patterns.length === 0 || patterns.some((part) => name.includes(part))))
  if (files.length === 0) return { passed: 0, failed: 0 }
  const dataDir = path.join(folder, "demo")
  const demoEnv = { ...env, NEGOTIATION_DATA_DIR: dataDir, PORT: String(await freePort()) }
  const store = await step("starting a demo store for the admin's journeys", () => startDemo(dataDir, demoEnv))
  const report = path.join(folder, "admin.tap")
  const reporters = ["--test-reporter=spec", "--test-reporter-destination=stdout", "--test-reporter=tap", `--test-reporter-destination=${report}`]
  const args = ["--test", "--test-concurrency=1", ...reporters, ...files.map((name) => path.join(journeys, name))]
  const child = start(process.execPath, args, { cwd: ROOT, env: demoEnv, stdio: ["ignore", "inherit", "inherit"] })
  await new Promise((resolve) => child.once("exit", resolve))
  await end(store, { patience: 60_000 })
  return countTap(fs.existsSync(report) ? fs.readFileSync(report, "utf8") : "")
}
