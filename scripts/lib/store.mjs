import fs from "node:fs"
import path from "node:path"
import { MEDUSA } from "./medusa.mjs"
import { end, lastLines, start, until } from "./processes.mjs"
import { Sentence } from "./say.mjs"
import { ROOT } from "./settings.mjs"

const HEALTHY_MS = 120_000

/** @param {string} url @returns {Promise<boolean>} whether the store there says it is well. */
export async function isHealthy(url) {
  try {
    return (await fetch(`${url}/health`, { signal: AbortSignal.timeout(2_000) })).ok
  } catch {
    return false
  }
}

/**
 * Starts the store and waits until it is healthy.
 *
 * @param {{ env: NodeJS.ProcessEnv, dataDir: string, backendUrl: string, onPid: (pid: number) => void }} options
 * @returns {Promise<{ onExit: (listener: () => void) => void, logFile: string, stop: () => Promise<void> }>}
 * @throws {Sentence} with the last lines of its log where it does not come up.
 */
export async function startStore({ env, dataDir, backendUrl, onPid }) {
  const logFile = path.join(dataDir, "store.log")
  const log = fs.openSync(logFile, "w")
  const preload = path.join(ROOT, "scripts/lib/die-with-parent.cjs")
  const child = start(process.execPath, ["--require", preload, MEDUSA, "start"], { cwd: ROOT, env, stdio: ["ignore", log, log, "ipc"] })
  fs.closeSync(log)
  if (child.pid !== undefined) onPid(child.pid)
  const ended = () => child.exitCode !== null || child.signalCode !== null
  const healthy = async () => ended() || (await isHealthy(backendUrl))
  if (!(await until(healthy, HEALTHY_MS)) || ended()) {
    await end(child)
    throw new Sentence(`The store did not start. From ${path.relative(ROOT, logFile)}:\n${lastLines(logFile)}`)
  }
  return { logFile, onExit: (listener) => child.once("exit", listener), stop: () => end(child) }
}
