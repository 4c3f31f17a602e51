import fs from "node:fs"
import path from "node:path"
import { isAlive, until } from "./processes.mjs"
import { Sentence } from "./say.mjs"

const PATIENCE_MS = 10 * 60_000

/**
 * Does some work while no other process on this machine does the same: two starts share one `node_modules` and one
 * built admin. The lock of a process that died is taken over.
 *
 * @template T
 * @param {string} lockFile
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function exclusively(lockFile, work) {
  fs.mkdirSync(path.dirname(lockFile), { recursive: true })
  const take = () => {
    try {
      fs.writeFileSync(lockFile, String(process.pid), { flag: "wx" })
      return true
    } catch (error) {
      if (error.code !== "EEXIST") throw error
    }
    const owner = Number(fs.readFileSync(lockFile, { encoding: "utf8", flag: "a+" }))
    if (owner > 0 && !isAlive(owner)) fs.rmSync(lockFile, { force: true })
    return false
  }
  if (!(await until(take, PATIENCE_MS))) throw new Sentence(`Another process has held ${lockFile} for ten minutes: remove the file if nothing runs.`)
  try {
    return await work()
  } finally {
    fs.rmSync(lockFile, { force: true })
  }
}
