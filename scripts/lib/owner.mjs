import fs from "node:fs"
import path from "node:path"
import { commandLine, isAlive, until } from "./processes.mjs"
import { Sentence } from "./say.mjs"

const PATIENCE_MS = 8_000

/** @param {string} file @returns {{ pid: number, store_pid?: number, port?: number } | null} */
function readOwner(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"))
  } catch {
    return null
  }
}

/** A process id is used again sooner or later: only a process whose command line fits is taken for ours. */
function runs(pid, words) {
  return pid !== undefined && pid !== process.pid && isAlive(pid) && commandLine(pid).includes(words)
}

/**
 * Makes this process the one that uses a data folder, and clears away the store of an owner that was killed.
 *
 * @param {string} dataDir
 * @returns {Promise<{ note: (facts: { store_pid?: number, port?: number }) => void, release: () => void }>}
 * @throws {Sentence} where another living start uses the folder.
 */
export async function own(dataDir) {
  const file = path.join(dataDir, "owner.json")
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o755 })
  const before = readOwner(file)
  if (before !== null) {
    const gone = await until(() => !runs(before.pid, "start.mjs"), PATIENCE_MS)
    if (!gone) {
      const where = before.port === undefined ? "" : ` on port ${before.port}`
      throw new Sentence(`The store of ${dataDir} already runs${where} (process ${before.pid}): stop it first, or name another folder in NEGOTIATION_DATA_DIR and another PORT.`)
    }
    if (runs(before.store_pid, "medusa")) {
      process.kill(before.store_pid, "SIGKILL")
      await until(() => !isAlive(before.store_pid), PATIENCE_MS)
    }
  }
  const facts = { pid: process.pid }
  const note = (more) => {
    Object.assign(facts, more)
    fs.writeFileSync(file, JSON.stringify(facts))
  }
  note({})
  return {
    note,
    release: () => {
      if (readOwner(file)?.pid === process.pid) fs.rmSync(file, { force: true })
    },
  }
}
