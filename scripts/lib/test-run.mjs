import fs from "node:fs"
import path from "node:path"
import { failuresOfJest } from "./failures.mjs"
import { matrixOf, renderMatrix } from "./matrix.mjs"
import { signal, start } from "./processes.mjs"
import { ROOT } from "./settings.mjs"

/**
 * The suites in the order they run, the quick ones first: which need a Postgres, which run when none is named, of which a
 * table of every test is shown, and which drive a demo store of their own in a browser.
 */
export const SUITES = {
  unit: { postgres: false, usual: true },
  modules: { postgres: true, usual: true },
  http: { postgres: true, usual: true },
  cart: { postgres: true, usual: true, table: true },
  admin: { postgres: false, usual: false, browser: true },
  shop: { postgres: false, usual: false, browser: true },
}

/**
 * @param {string[]} words What the command was given.
 * @returns {{ suites: string[], args: string[] }} the suites named first, else the usual ones, and what is left for them.
 */
export function readWords(words) {
  const end = words.findIndex((word) => !(word in SUITES))
  const named = end === -1 ? words : words.slice(0, end)
  const args = end === -1 ? [] : words.slice(end)
  return { suites: Object.keys(SUITES).filter((suite) => (named.length > 0 ? named.includes(suite) : SUITES[suite].usual)), args }
}

/**
 * Counts what jest reported. A test file that could not run at all counts as one failure: nothing in it was proven.
 *
 * @param {{ numPassedTests: number, numFailedTests: number, numRuntimeErrorTestSuites: number } | null} report Null where jest left none.
 * @returns {{ passed: number, failed: number }}
 */
export function count(report) {
  if (report === null) return { passed: 0, failed: 1 }
  return { passed: report.numPassedTests, failed: report.numFailedTests + report.numRuntimeErrorTestSuites }
}

/** @param {{ passed: number, failed: number }[]} counts @returns {{ line: string, exitCode: number }} the last line of a test run. */
export function summarize(counts) {
  const passed = counts.reduce((sum, each) => sum + each.passed, 0)
  const failed = counts.reduce((sum, each) => sum + each.failed, 0)
  return { line: `tests: ${passed} passed, ${failed} failed`, exitCode: failed > 0 || passed === 0 ? 1 : 0 }
}

/** Files that run side by side: a store, with its part of the Postgres, keeps one core busy. Each has a database and a port of its own. */
const WORKERS = 2
/** Of what a file's store used not all is given back: a process that keeps more than this is replaced before its next file. */
const MOST_KEPT = "1500MB"

function readReport(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"))
  } catch {
    return null
  }
}

/**
 * Runs one suite with jest.
 *
 * @param {"unit" | "modules" | "http" | "cart"} suite
 * @param {string[]} args More arguments for jest: patterns of file names, `-t`, …
 * @param {NodeJS.ProcessEnv} env
 * @param {string} folder Where jest leaves its report.
 * @returns {Promise<{ passed: number, failed: number, failures: import("./failures.mjs").Failure[], table?: string }>}
 */
export function runSuite(suite, args, env, folder) {
  const report = path.join(folder, `${suite}.json`)
  const jest = path.join(ROOT, "node_modules/jest/bin/jest.js")
  const stores = SUITES[suite].postgres ? [`--workerIdleMemoryLimit=${MOST_KEPT}`, "--forceExit"] : []
  const fixed = ["--config", path.join(ROOT, "jest.config.cjs"), "--passWithNoTests", "--json", `--outputFile=${report}`, `--maxWorkers=${WORKERS}`, ...stores]
  const nodeOptions = `${env.NODE_OPTIONS ?? ""} --experimental-vm-modules --no-warnings --max-old-space-size=8192`.trim()
  const child = start(process.execPath, [jest, ...fixed, ...args], {
    cwd: ROOT,
    env: { ...env, TEST_TYPE: suite, NODE_ENV: "test", NODE_OPTIONS: nodeOptions },
    stdio: ["ignore", "inherit", "inherit"],
  })
  return new Promise((resolve) => {
    child.once("error", () => resolve({ ...count(null), failures: failuresOfJest(null) }))
    child.once("exit", (code) => {
      signal(child, "SIGKILL")
      const found = readReport(report)
      const counts = { ...count(found), failures: failuresOfJest(found), ...(SUITES[suite].table ? { table: renderMatrix(matrixOf(found)) } : {}) }
      resolve(code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts)
    })
  })
}
