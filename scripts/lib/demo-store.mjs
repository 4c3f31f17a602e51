import fs from "node:fs"
import path from "node:path"
import { freePort } from "./ports.mjs"
import { end, lastLines, start, until } from "./processes.mjs"
import { Sentence, step } from "./say.mjs"
import { ROOT } from "./settings.mjs"

const UP_MS = 15 * 60_000
const DOWN_MS = 60_000

/** The demo stores that run, by the folder of their data. */
const stores = new Map()

/** @returns {Promise<NodeJS.ProcessEnv>} what finds the store. @throws {Sentence} where it does not come up. */
async function startDemo(dataDir, env) {
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o755 })
  const found = { ...env, NEGOTIATION_DATA_DIR: dataDir, PORT: String(await freePort()), SHOP_PORT: "" }
  const logFile = path.join(dataDir, "start.log")
  const log = fs.openSync(logFile, "w")
  const child = start(process.execPath, [path.join(ROOT, "scripts/start.mjs")], { cwd: ROOT, env: found, stdio: ["ignore", log, log] })
  fs.closeSync(log)
  const ended = () => child.exitCode !== null || child.signalCode !== null
  // The file is written once the store is healthy.
  await until(() => ended() || fs.existsSync(path.join(dataDir, "demo.json")), UP_MS)
  if (ended() || !fs.existsSync(path.join(dataDir, "demo.json"))) {
    await end(child, { patience: DOWN_MS })
    throw new Sentence(`The demo store for the journeys did not start:\n${lastLines(logFile)}`)
  }
  stores.set(dataDir, { child, env: found })
  return found
}

/**
 * A demo store with its shop, the way `npm start` runs them, from a fresh seed on free ports. Whoever asks for the same folder
 * gets the same store: what drives it in a browser makes the cases it needs.
 *
 * @param {string} folder For the store's data.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<NodeJS.ProcessEnv>} what finds the store.
 * @throws {Sentence} where it does not come up.
 */
export async function demoStore(folder, env) {
  const dataDir = path.join(folder, "demo")
  return stores.get(dataDir)?.env ?? step("starting a demo store for the journeys", () => startDemo(dataDir, env))
}

/** Ends every demo store that {@link demoStore} started: in order, so that its Postgres ends too. */
export async function endDemoStores() {
  await Promise.all([...stores.values()].map(({ child }) => end(child, { patience: DOWN_MS })))
  stores.clear()
}
